#include <httpstatus.h>
#include <stdio.h>

int main(void)
{
  printf("%s %d %s\n", httpstatus_version(), HTTPSTATUS_NOT_FOUND, httpstatus_reason(HTTPSTATUS_NOT_FOUND));
  return 0;
}
