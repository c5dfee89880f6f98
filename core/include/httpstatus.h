/*
 * httpstatus: one table of HTTP status codes, and pure functions over it.
 *
 * Each header below is the manual of its room. All of the library obeys these rules:
 *
 *   - Any int is a status code worth asking about. A code the library does not know gets an answer
 *     (a category, the x00 fallback of RFC 9110 Section 15) and never an abort or an invented fact.
 *   - Rows, strings and descriptors are const, owned by the library and live as long as it is loaded.
 *   - Text goes in as pointer and length, any bytes; a NULL pointer reads as empty text.
 *   - Text comes out into a buffer of the caller, as with snprintf: at most size bytes are written, the
 *     terminating NUL included, and the length of the whole text is returned, NUL not counted. A buffer
 *     of size 0 may be NULL.
 *   - Functions that can fail return a negative HTTPSTATUS_E_* value; 0 and up is success.
 *   - No function does I/O or reads the locale, none but httpstatus_register allocates, and every function may be
 *     called from any thread at any time. Two things ever change, both without waiting: an index of names is made on
 *     first use, and httpstatus_register adds rows, which never go away.
 */
#ifndef HTTPSTATUS_H
#define HTTPSTATUS_H

#include "httpstatus/version.h"
#include "httpstatus/codes.h"
#include "httpstatus/registry.h"
#include "httpstatus/register.h"
#include "httpstatus/classify.h"
#include "httpstatus/method.h"
#include "httpstatus/date.h"
#include "httpstatus/marker.h"
#include "httpstatus/grpc.h"
#include "httpstatus/proxyerror.h"
#include "httpstatus/parse.h"
#include "httpstatus/set.h"
#include "httpstatus/problem.h"
#include "httpstatus/advice.h"
#include "httpstatus/explain.h"
#include "httpstatus/lint.h"
#include "httpstatus/bulk.h"
#include "httpstatus/log.h"

#endif
