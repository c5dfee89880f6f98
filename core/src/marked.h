/* Inside the core: markers by number. */
#ifndef HTTPSTATUS_MARKED_H
#define HTTPSTATUS_MARKED_H

#include <stdbool.h>

/* Does any marker take this number? */
bool httpstatus__is_marked(int number);

#endif
