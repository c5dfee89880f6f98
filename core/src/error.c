#include "httpstatus/export.h"

const char *httpstatus_error_text(int error)
{
  switch (error) {
  case HTTPSTATUS_E_WORD:
    return "the text is none of the words expected here";
  case HTTPSTATUS_E_CODE:
    return "a status line takes a code of three digits, 100 to 999";
  case HTTPSTATUS_E_VERSION:
    return "the version of a status line is \"1.\" and one digit";
  default:
    return error >= 0 ? "success" : "unknown error";
  }
}
