/* Shows codes given on the command line: label, category, summary and where it is defined, a line each. */
#include <httpstatus.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
  for (int i = 1; i < argc; i++) {
    int code = atoi(argv[i]);
    char label[100];
    httpstatus_label(code, label, sizeof label);
    printf("%s | %s | ", label, httpstatus_category_word(httpstatus_classify(code)));

    const httpstatus_row *row = httpstatus_entry(code, NULL, 0);
    if (row == NULL) {
      printf("treat it as %d | RFC 9110, Section 15\n", httpstatus_effective(code));
    } else if (row->n_refs == 0) {
      printf("%s | %s\n", row->summary, row->source);
    } else if (row->refs[0].section == NULL) {
      printf("%s | %s\n", row->summary, row->refs[0].spec);
    } else {
      printf("%s | %s, Section %s\n", row->summary, row->refs[0].spec, row->refs[0].section);
    }
  }
  return 0;
}
