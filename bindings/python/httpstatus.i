/*
 * The gate from Python into C. It holds no fact and no field name: functions come from the public headers, structs
 * cross by value as tuples in the order of their descriptors, and a row is named by its key, (code, vendor). No
 * pointer reaches Python. The face people see is the package around this module.
 */
%module(package="httpstatus") _core

#pragma SWIG nowarn=321 /* _core.next hides no builtin, because nobody imports * from here. */

%{
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if PY_VERSION_HEX < 0x030B0000
#include <longintrepr.h>
#endif

#include "httpstatus.h"

/*
 * Constant strings of the library become Python strings once. The table is open-addressed, keyed by address and never
 * more than half full; a string that finds no place is made anew each time. Free-threaded builds make every string
 * anew rather than lock.
 */
#ifndef Py_GIL_DISABLED
enum { CACHED_STRINGS = 16384 };
static struct {
  const char *text;
  PyObject *string;
} cached_strings[CACHED_STRINGS];
static size_t n_cached_strings;
#endif

static PyObject *constant_string(const char *text)
{
  if (text == NULL) {
    Py_RETURN_NONE;
  }
#ifndef Py_GIL_DISABLED
  size_t i = ((uintptr_t)text * UINT64_C(0x9E3779B97F4A7C15)) >> 50;
  while (cached_strings[i].text != NULL) {
    if (cached_strings[i].text == text) {
      Py_INCREF(cached_strings[i].string);
      return cached_strings[i].string;
    }
    i = (i + 1) % CACHED_STRINGS;
  }
  PyObject *string = PyUnicode_InternFromString(text);
  if (string != NULL && n_cached_strings < CACHED_STRINGS / 2) {
    Py_INCREF(string);
    cached_strings[i].text = text;
    cached_strings[i].string = string;
    n_cached_strings++;
  }
  return string;
#else
  return PyUnicode_FromString(text);
#endif
}

/* TypeError: what is wanted and not the object. Always -1. */
static int wrong_type(const char *what, const char *wanted, PyObject *object)
{
  PyObject *type = PyObject_GetAttrString((PyObject *)Py_TYPE(object), "__name__");
  if (type != NULL) {
    PyErr_Format(PyExc_TypeError, "%s is %s, not '%U'", what, wanted, type);
    Py_DECREF(type);
  }
  return -1;
}

/*
 * An integer as a C int; what it is for stands in the error. INT_MAX stands for every number that does not fit: like
 * them it is no status code.
 */
static int int_of(PyObject *object, const char *what, int *value)
{
  PyObject *number = PyNumber_Index(object);
  if (number == NULL) {
    return PyErr_ExceptionMatches(PyExc_TypeError) ? wrong_type(what, "an integer", object) : -1;
  }
  int overflow;
  long long wide = PyLong_AsLongLongAndOverflow(number, &overflow);
  Py_DECREF(number);
  if (wide == -1 && PyErr_Occurred()) {
    return -1;
  }
  *value = overflow != 0 || wide > INT_MAX || wide < INT_MIN ? INT_MAX : (int)wide;
  return 0;
}

/*
 * Text as bytes that live as long as *owner, which may be NULL. Lone surrogates, which UTF-8 cannot tell, are passed
 * through: such text is no different from other text that means nothing here.
 */
static int text_of(PyObject *object, const char *what, const char **text, size_t *length, PyObject **owner)
{
  char *bytes;
  Py_ssize_t size;
  if (PyUnicode_Check(object)) {
    *text = PyUnicode_AsUTF8AndSize(object, &size);
    if (*text != NULL) {
      Py_INCREF(object);
      *owner = object;
      *length = (size_t)size;
      return 0;
    }
    PyErr_Clear();
    *owner = PyUnicode_AsEncodedString(object, "utf-8", "surrogatepass");
  } else if (PyBytes_Check(object)) {
    Py_INCREF(object);
    *owner = object;
  } else {
    return wrong_type(what, "a str or bytes", object);
  }
  if (*owner == NULL || PyBytes_AsStringAndSize(*owner, &bytes, &size) < 0) {
    return -1;
  }
  *text = bytes;
  *length = (size_t)size;
  return 0;
}

/*
 * The lines of a field: None for no line, one text, or an iterable of texts. *lines and *owner, which keeps the texts
 * alive, are for the caller to release, after an error too.
 */
static int lines_of(PyObject *object, const char *what, httpstatus_line **lines, size_t *n, PyObject **owner)
{
  PyObject *texts;
  if (object == Py_None) {
    texts = PyTuple_New(0);
  } else if (PyUnicode_Check(object) || PyBytes_Check(object)) {
    texts = PyTuple_Pack(1, object);
  } else {
    PyObject *iterator = PyObject_GetIter(object);
    if (iterator == NULL) {
      return PyErr_ExceptionMatches(PyExc_TypeError) ? wrong_type(what, "None, a str, bytes or a list", object) : -1;
    }
    texts = PySequence_Tuple(iterator);
    Py_DECREF(iterator);
  }
  if (texts == NULL) {
    return -1;
  }
  *n = (size_t)PyTuple_Size(texts);
  *lines = PyMem_Calloc(*n + 1, sizeof **lines);
  *owner = PyTuple_New((Py_ssize_t)*n);
  int result = *lines == NULL || *owner == NULL ? -1 : 0;
  if (*lines == NULL) {
    PyErr_NoMemory();
  }
  for (size_t i = 0; i < *n && result == 0; i++) {
    PyObject *bytes = NULL;
    PyObject *text = PyTuple_GetItem(texts, (Py_ssize_t)i);
    result = text_of(text, what, &(*lines)[i].text, &(*lines)[i].length, &bytes);
    if (bytes != NULL) {
      PyTuple_SetItem(*owner, (Py_ssize_t)i, bytes);
    }
  }
  Py_DECREF(texts);
  return result;
}

/* An iterable of status codes as a set. */
static int set_of(PyObject *object, httpstatus_set *set)
{
  PyObject *iterator = PyObject_GetIter(object);
  PyObject *item = NULL;
  if (iterator == NULL) {
    return PyErr_ExceptionMatches(PyExc_TypeError) ? wrong_type("a set", "text or an iterable of codes", object) : -1;
  }
  int result = 0;
  memset(set, 0, sizeof *set);
  while (result == 0 && (item = PyIter_Next(iterator)) != NULL) {
    int code;
    result = int_of(item, "a status code", &code);
    if (result == 0 && !httpstatus_set_add(set, code)) {
      PyErr_Format(PyExc_ValueError, "a set holds codes from 0 to %d, not %R", HTTPSTATUS_SET_CODES - 1, item);
      result = -1;
    }
    Py_DECREF(item);
  }
  Py_DECREF(iterator);
  return PyErr_Occurred() ? -1 : result;
}

/* Field lines: an iterable of pairs of texts. *lines and *owner, which keeps the texts alive, may be NULL. */
static int field_lines_of(PyObject *object, const httpstatus_field_line **lines, size_t *n, PyObject **owner)
{
  PyObject *pairs = PySequence_Tuple(object);
  if (pairs == NULL) {
    return PyErr_ExceptionMatches(PyExc_TypeError) ? wrong_type("fields", "a list of pairs or a mapping", object) : -1;
  }
  *n = (size_t)PyTuple_Size(pairs);
  httpstatus_field_line *made = PyMem_Calloc(*n + 1, sizeof *made);
  *lines = made;
  *owner = PyTuple_New((Py_ssize_t)*n * 2);
  int result = made == NULL || *owner == NULL ? -1 : 0;
  for (size_t i = 0; i < *n && result == 0; i++) {
    PyObject *bytes[2] = {NULL, NULL};
    PyObject *item = PyTuple_GetItem(pairs, (Py_ssize_t)i);
    PyObject *pair = PyUnicode_Check(item) || PyBytes_Check(item) ? NULL : PySequence_Tuple(item);
    if (pair == NULL || PyTuple_Size(pair) != 2) {
      PyErr_Clear();
      result = wrong_type("a field", "a pair of name and value", item);
    } else {
      result = text_of(PyTuple_GetItem(pair, 0), "the name of a field", &made[i].name, &made[i].name_length, &bytes[0]);
      if (result == 0) {
        result = text_of(PyTuple_GetItem(pair, 1), "the value of a field", &made[i].value, &made[i].value_length,
                         &bytes[1]);
      }
    }
    Py_XDECREF(pair);
    for (Py_ssize_t j = 0; j < 2; j++) {
      if (bytes[j] != NULL) {
        PyTuple_SetItem(*owner, (Py_ssize_t)i * 2 + j, bytes[j]);
      }
    }
  }
  Py_DECREF(pairs);
  return result;
}

/* A time in seconds: an integer, or the whole seconds of any other real number. */
static int time_of(PyObject *object, const char *what, int64_t *seconds)
{
  if (PyIndex_Check(object)) {
    PyObject *number = PyNumber_Index(object);
    if (number == NULL) {
      return -1;
    }
    int overflow;
    *seconds = PyLong_AsLongLongAndOverflow(number, &overflow);
    Py_DECREF(number);
    *seconds = overflow > 0 ? INT64_MAX : overflow < 0 ? INT64_MIN : *seconds;
    return 0;
  }
  double real = PyFloat_AsDouble(object);
  if (real == -1.0 && PyErr_Occurred()) {
    return PyErr_ExceptionMatches(PyExc_TypeError) ? wrong_type(what, "a number of seconds", object) : -1;
  }
  if (real - real != 0) {
    PyErr_Format(PyExc_ValueError, "%s is a number of seconds, and finite", what);
    return -1;
  }
  if (real >= 9e18 || real <= -9e18) {
    *seconds = real > 0 ? INT64_MAX : INT64_MIN;
  } else {
    *seconds = (int64_t)real;
    *seconds -= (double)*seconds > real;
  }
  return 0;
}

/* ValueError for a text that makes no sense, with the attribute position. Always NULL. */
static PyObject *text_error(int error, const char *text, size_t length, size_t position)
{
  char message[512];
  httpstatus_parse_message(error, text, length, position, message, sizeof message);
  PyObject *exception = PyObject_CallFunction(PyExc_ValueError, "s", message);
  PyObject *number = exception == NULL ? NULL : PyLong_FromSize_t(position);
  if (number != NULL && PyObject_SetAttrString(exception, "position", number) == 0) {
    PyErr_SetObject(PyExc_ValueError, exception);
  }
  Py_XDECREF(number);
  Py_XDECREF(exception);
  return NULL;
}

/* A part of a text that was given, None for NULL. Bytes that are no UTF-8 are kept as lone surrogates. */
static PyObject *slice(const char *text, size_t length)
{
  if (text == NULL) {
    Py_RETURN_NONE;
  }
  return PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "surrogateescape");
}

static PyObject *record_values(const httpstatus_field *fields, size_t n, const void *record);

/* Declares a tuple of n elements, each made by the expression element out of i; NULL after an error. */
#define TUPLE(tuple, n, element)                                          \
  PyObject *tuple = PyTuple_New((Py_ssize_t)(n));                         \
  for (size_t i = 0; tuple != NULL && i < (n); i++) {                     \
    PyObject *item = element;                                             \
    if (item == NULL) {                                                   \
      Py_CLEAR(tuple);                                                    \
    } else {                                                              \
      PyTuple_SetItem(tuple, (Py_ssize_t)i, item);                        \
    }                                                                     \
  }

static PyObject *strings_value(const httpstatus_field *field, const void *record)
{
  TUPLE(strings, httpstatus_field_count(field, record), constant_string(httpstatus_field_string_at(field, record, i)))
  return strings;
}

static PyObject *list_value(const httpstatus_field *field, const void *record)
{
  TUPLE(list, httpstatus_field_count(field, record),
        record_values(field->element, field->n_element, httpstatus_field_element_at(field, record, i)))
  return list;
}

static PyObject *field_value(const httpstatus_field *field, const void *record)
{
  switch (field->type) {
  case HTTPSTATUS_FIELD_INT:
    return PyLong_FromLong(httpstatus_field_number(field, record));
  case HTTPSTATUS_FIELD_BOOL:
    return PyBool_FromLong(httpstatus_field_number(field, record));
  case HTTPSTATUS_FIELD_SECONDS:
    if (httpstatus_field_seconds(field, record) < 0) {
      Py_RETURN_NONE;
    }
    return PyLong_FromLongLong(httpstatus_field_seconds(field, record));
  case HTTPSTATUS_FIELD_TEXT: {
    size_t length;
    const char *text = httpstatus_field_slice(field, record, &length);
    return slice(text, length);
  }
  case HTTPSTATUS_FIELD_TOLD:
    if (httpstatus_field_told(field, record) == HTTPSTATUS_TOLD_NOT_GIVEN) {
      Py_RETURN_NONE;
    }
    return PyBool_FromLong(httpstatus_field_told(field, record) == HTTPSTATUS_TOLD_YES);
  case HTTPSTATUS_FIELD_STRINGS:
    return strings_value(field, record);
  case HTTPSTATUS_FIELD_LIST:
    return list_value(field, record);
  default:
    return constant_string(httpstatus_field_text(field, record));
  }
}

static PyObject *record_values(const httpstatus_field *fields, size_t n, const void *record)
{
  TUPLE(values, n, field_value(&fields[i], record))
  return values;
}

/*
 * The same as an instance of a subclass of tuple, with what was asked as one more item. It is filled in place, because
 * a tuple that is copied into its subclass costs as much again.
 */
static PyObject *answer_of(PyObject *type, PyObject *asked, const httpstatus_field *fields, size_t n,
                           const void *record)
{
  if (!PyType_Check(type) || !PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type)) {
    PyErr_SetString(PyExc_TypeError, "an answer is a tuple");
    return NULL;
  }
  allocfunc allocate = (allocfunc)PyType_GetSlot((PyTypeObject *)type, Py_tp_alloc);
  PyObject *answer = allocate((PyTypeObject *)type, (Py_ssize_t)n + 1);
  for (size_t i = 0; answer != NULL && i <= n; i++) {
    PyObject *item = i < n ? field_value(&fields[i], record) : asked;
    if (item == NULL) {
      Py_CLEAR(answer);
      break;
    }
    if (i == n) {
      Py_INCREF(item);
    }
    PyTuple_SetItem(answer, (Py_ssize_t)i, item);
  }
  return answer;
}

/* What a field reads as where there is no row: None, or an empty list. */
static PyObject *empty_value(const httpstatus_field *field)
{
  if (field->type == HTTPSTATUS_FIELD_STRINGS || field->type == HTTPSTATUS_FIELD_LIST) {
    return PyTuple_New(0);
  }
  Py_RETURN_NONE;
}

/* The codes of a set as a tuple of int, from the lowest up. */
static PyObject *set_values(const httpstatus_set *set)
{
  int code = -1;
  size_t n = (size_t)httpstatus_set_count(set);
  TUPLE(codes, n, PyLong_FromLong(code = httpstatus_set_next(set, code)))
  return codes;
}

static PyObject *descriptors(const httpstatus_field *fields, size_t n);

static PyObject *words_value(const httpstatus_field *field)
{
  TUPLE(words, field->n_words, constant_string(field->words[i]))
  return words;
}

/* A descriptor as (name, type, words, element_name, element). */
static PyObject *descriptor(const httpstatus_field *field)
{
  PyObject *words = words_value(field);
  PyObject *element = descriptors(field->element, field->n_element);
  PyObject *result = NULL;
  if (words != NULL && element != NULL) {
    result = Py_BuildValue("(ssOzO)", field->name, httpstatus_field_type_word(field->type), words, field->element_name,
                           element);
  }
  Py_XDECREF(words);
  Py_XDECREF(element);
  return result;
}

static PyObject *descriptors(const httpstatus_field *fields, size_t n)
{
  TUPLE(tuple, n, descriptor(&fields[i]))
  return tuple;
}

/* A word of an enum as its value; ValueError for another word, which tells those that there are. */
static int value_of(const char *what, const char *word, size_t length, int (*from_word)(const char *, size_t, int *),
                    const char *(*to_word)(int), int *value)
{
  if (from_word(word, length, value) == 0) {
    return 0;
  }
  PyObject *words = PyList_New(0);
  const char *one;
  for (int i = 0; words != NULL && (one = to_word(i)) != NULL; i++) {
    PyObject *string = constant_string(one);
    if (string == NULL || PyList_Append(words, string) < 0) {
      Py_CLEAR(words);
    }
    Py_XDECREF(string);
  }
  PyObject *given = PyUnicode_DecodeUTF8(word, (Py_ssize_t)length, "replace");
  if (words != NULL && given != NULL) {
    PyErr_Format(PyExc_ValueError, "%s is one of %R, not %R", what, words, given);
  }
  Py_XDECREF(words);
  Py_XDECREF(given);
  return -1;
}

/* The word functions of an enum by way of ints, so that one function serves all enums. */
#define WORDS_OF(name)                                                              \
  static int name##_from_word(const char *word, size_t length, int *value)          \
  {                                                                                 \
    httpstatus_##name found;                                                        \
    int error = httpstatus_##name##_from_word(word, length, &found);                \
    *value = error == 0 ? (int)found : *value;                                      \
    return error;                                                                   \
  }                                                                                 \
  static const char *name##_word(int value)                                         \
  {                                                                                 \
    return httpstatus_##name##_word((httpstatus_##name)value);                      \
  }
WORDS_OF(format)
WORDS_OF(role)
WORDS_OF(redirect_policy)

static PyObject *row_key(const httpstatus_row *row)
{
  if (row == NULL) {
    Py_RETURN_NONE;
  }
  PyObject *vendor = constant_string(row->vendor);
  return vendor == NULL ? NULL : Py_BuildValue("(iN)", row->code, vendor);
}
%}

/* Status codes: anything with __index__. */
%typemap(in) int code, int a, int b {
  if (int_of($input, "a status code", &$1) < 0) {
    SWIG_fail;
  }
}
%typemap(in) int number {
  if (int_of($input, "an RPC code", &$1) < 0) {
    SWIG_fail;
  }
}
%typemap(in) int width {
  if (int_of($input, "$1_name", &$1) < 0) {
    SWIG_fail;
  }
}

/* Text: str or bytes; None as well where text may be left out. What freearg says is done after a failure too. */
%typemap(in) (const char *text, size_t length) (PyObject *owner = NULL) {
  if (text_of($input, "$1_name", (const char **)&$1, &$2, &owner) < 0) {
    SWIG_fail;
  }
}
%typemap(freearg) (const char *text, size_t length) {
  Py_XDECREF(owner$argnum);
}
%apply (const char *text, size_t length) {
  (const char *name, size_t length), (const char *version, size_t length), (const char *format, size_t length)
};
%typemap(in) (const char *vendor, size_t length) (PyObject *owner = NULL) {
  if ($input == Py_None) {
    $1 = NULL;
    $2 = 0;
  } else if (text_of($input, "$1_name", (const char **)&$1, &$2, &owner) < 0) {
    SWIG_fail;
  }
}
%typemap(freearg) (const char *vendor, size_t length) = (const char *text, size_t length);
%apply (const char *vendor, size_t length) { (const char *method, size_t length),
                                             (const char *vendor, size_t vendor_length),
                                             (const char *method, size_t method_length),
                                             (const char *policy, size_t policy_length),
                                             (const char *location, size_t location_length) };

/* Enums come as their words. */
%typemap(in) httpstatus_format (PyObject *owner = NULL, const char *word, size_t length, int value) {
  if (text_of($input, "$1_name", &word, &length, &owner) < 0 ||
      value_of("$1_name", word, length, format_from_word, format_word, &value) < 0) {
    SWIG_fail;
  }
  $1 = (httpstatus_format)value;
}
%typemap(in) httpstatus_role (PyObject *owner = NULL, const char *word, size_t length, int value) {
  if (text_of($input, "$1_name", &word, &length, &owner) < 0 ||
      value_of("$1_name", word, length, role_from_word, role_word, &value) < 0) {
    SWIG_fail;
  }
  $1 = (httpstatus_role)value;
}
%typemap(in) httpstatus_redirect_policy (PyObject *owner = NULL, const char *word, size_t length, int value) {
  if (text_of($input, "$1_name", &word, &length, &owner) < 0 ||
      value_of("$1_name", word, length, redirect_policy_from_word, redirect_policy_word, &value) < 0) {
    SWIG_fail;
  }
  $1 = (httpstatus_redirect_policy)value;
}
%typemap(freearg) httpstatus_format, httpstatus_role, httpstatus_redirect_policy {
  Py_XDECREF(owner$argnum);
}

/* The lines of a field. */
%typemap(in) (const httpstatus_line *lines, size_t n) (PyObject *owner = NULL) {
  $1 = NULL;
  if (lines_of($input, "value", (httpstatus_line **)&$1, &$2, &owner) < 0) {
    SWIG_fail;
  }
}
%typemap(freearg) (const httpstatus_line *lines, size_t n) {
  PyMem_Free((void *)$1);
  Py_XDECREF(owner$argnum);
}

/* The same where None is not the same as no line. */
%typemap(in) (const httpstatus_line *retry_after, size_t n_retry_after) (PyObject *owner = NULL) {
  $1 = NULL;
  $2 = 0;
  if ($input != Py_None && lines_of($input, "$1_name", (httpstatus_line **)&$1, &$2, &owner) < 0) {
    SWIG_fail;
  }
}
%typemap(freearg) (const httpstatus_line *retry_after, size_t n_retry_after) =
  (const httpstatus_line *lines, size_t n);

/* Fields; those of retry and redirect may be None for not known. */
%typemap(in) (const httpstatus_field_line *fields, size_t n_fields) (PyObject *owner = NULL) {
  $1 = NULL;
  $2 = 0;
  if ($input != Py_None && field_lines_of($input, &$1, &$2, &owner) < 0) {
    SWIG_fail;
  }
}
%typemap(freearg) (const httpstatus_field_line *fields, size_t n_fields) {
  PyMem_Free((void *)$1);
  Py_XDECREF(owner$argnum);
}

/* All arguments of the call as they were given, the class of the answer first. */
%typemap(in, numinputs=0) PyObject *asked {
  $1 = args;
}

/* Numbers, yes or no, and sets that may be missing. */
%typemap(in) int retries_made {
  if (int_of($input, "$1_name", &$1) < 0) {
    SWIG_fail;
  }
}
%typemap(in) const int *max_retries (int number) {
  $1 = $input == Py_None ? NULL : &number;
  if ($1 != NULL && int_of($input, "$1_name", &number) < 0) {
    SWIG_fail;
  }
}
%typemap(in) httpstatus_told {
  int truth = $input == Py_None ? -1 : PyObject_IsTrue($input);
  if (truth < 0 && $input != Py_None) {
    SWIG_fail;
  }
  $1 = truth < 0 ? HTTPSTATUS_TOLD_NOT_GIVEN : truth ? HTTPSTATUS_TOLD_YES : HTTPSTATUS_TOLD_NO;
}
%typemap(in) const httpstatus_set *statuses (httpstatus_set set) {
  $1 = $input == Py_None ? NULL : &set;
  if ($1 != NULL && set_of($input, &set) < 0) {
    SWIG_fail;
  }
}
%apply const httpstatus_set *statuses { const httpstatus_set *understands };

/* Times: None for one that is not known. */
%typemap(in) const int64_t *now (int64_t seconds) {
  $1 = $input == Py_None ? NULL : &seconds;
  if ($1 != NULL && time_of($input, "$1_name", &seconds) < 0) {
    SWIG_fail;
  }
}
%apply const int64_t *now { const int64_t *date, const int64_t *received_at };

/* Sets go in as iterables of codes and come out as tuples of them. */
%typemap(in) const httpstatus_set * (httpstatus_set set) {
  $1 = &set;
  if (set_of($input, &set) < 0) {
    SWIG_fail;
  }
}
%typemap(out) httpstatus_set {
  $result = set_values(&$1);
}

%typemap(in) bool {
  int truth = PyObject_IsTrue($input);
  if (truth < 0) {
    SWIG_fail;
  }
  $1 = truth;
}

/* Rows go both ways as keys. */
%typemap(in) const httpstatus_row * {
  if ($input == Py_None) {
    $1 = NULL;
  } else {
    int code;
    const char *vendor;
    if (!PyArg_ParseTuple($input, "is", &code, &vendor)) {
      SWIG_fail;
    }
    $1 = (httpstatus_row *)httpstatus_entry(code, vendor, strlen(vendor));
  }
}
%typemap(out) const httpstatus_row * {
  $result = row_key($1);
}

/* Constant strings, and enums as their words. */
%typemap(out) const char * {
  $result = constant_string($1);
}
%typemap(out) httpstatus_category {
  $result = constant_string(httpstatus_category_word($1));
}

%typemap(out) httpstatus_content_rule {
  $result = constant_string(httpstatus_content_rule_word($1));
}

/* Result structs. */
%define RECORD(type, fields_of)
%typemap(out) type {
  size_t n;
  const httpstatus_field *fields = fields_of(&n);
  $result = record_values(fields, n, &$1);
}
%enddef
RECORD(httpstatus_method_info, httpstatus_method_fields)
RECORD(httpstatus_edition, httpstatus_edition_fields)
RECORD(httpstatus_retry_after, httpstatus_retry_after_fields)
RECORD(httpstatus_problem_members, httpstatus_problem_fields)
%typemap(out) const httpstatus_proxy_error * {
  size_t n;
  const httpstatus_field *fields = httpstatus_proxy_error_fields(&n);
  if ($1 == NULL) {
    Py_INCREF(Py_None);
    $result = Py_None;
  } else {
    $result = record_values(fields, n, $1);
  }
}

/* Numbers that may be errors. */
%typemap(out) int httpstatus_grpc_to_http, int httpstatus_grpc_number {
  if ($1 < 0) {
    PyErr_SetString(PyExc_ValueError, httpstatus_error_text($1));
    SWIG_fail;
  }
  $result = PyLong_FromLong($1);
}

/* Descriptors, as (name, type, words, element_name, element) each. */
%typemap(in, numinputs=0) size_t *count (size_t n) {
  $1 = &n;
}
%typemap(out) const httpstatus_field * "$result = NULL;"
%typemap(argout) size_t *count {
  $result = descriptors(result, *$1);
}

/* What is bound: every function of the headers, but for words, which cross as strings, and what is bound below. */
%rename("%(strip:[httpstatus_])s") "";
%rename("$ignore", %$isclass) "";
%rename("$ignore", %$isenum) "";
%rename("$ignore", %$isenumitem) "";
%rename("$ignore", regextarget=1) "_(from_)?word$";
%ignore httpstatus_find;
%ignore httpstatus_lint;
%ignore httpstatus_lint_skipped;
%ignore httpstatus_lint_select;
%ignore httpstatus_lint_message;
%ignore httpstatus_lint_rule_at;
%ignore httpstatus_lint_find_rule;
%ignore httpstatus_search;
%ignore httpstatus_parse;
%ignore httpstatus_parse_http_date;
%ignore httpstatus_parse_message;
%ignore httpstatus_set_add;
%ignore httpstatus_set_contains;
%ignore httpstatus_set_parse;
%ignore httpstatus_set_text;
%ignore httpstatus_map_key;
%ignore httpstatus_label;
%ignore httpstatus_row_label;
%ignore httpstatus_explain;
%ignore httpstatus_explain_text;
%ignore httpstatus_compare;
%ignore httpstatus_retry;
%ignore httpstatus_retry_reason;
%ignore httpstatus_next_retry_policy;
%ignore httpstatus_redirect;
%ignore httpstatus_redirect_reason;
%ignore httpstatus_cacheability;
%ignore httpstatus_cacheability_reasons;
%ignore httpstatus_next_marker;
%ignore httpstatus_marker_has_text;
%ignore httpstatus_marker_has_number;
%ignore httpstatus_status_line;
%ignore httpstatus_register;
%ignore httpstatus_next_grpc_code;
%ignore httpstatus_next_grpc_guess;
%ignore httpstatus_next_proxy_error;
%ignore httpstatus_problem_json;
/*
 * The rooms of log.h and bulk.h are bound by hand altogether: they take buffers, and release the lock of the
 * interpreter.
 */

%feature("docstring") httpstatus_classify
"classify(code): the category of any integer (RFC 9110 Section 15): 'informational', 'success', 'redirection',
'client_error', 'server_error', or 'invalid' outside 100 to 599. TypeError for anything but an integer.";
%feature("docstring") httpstatus_family
"family(code): the category of any integer as digits: '1xx' to '5xx', or 'invalid'. TypeError for anything but an
integer.";
%feature("docstring") httpstatus_effective
"effective(code): the code to act on (RFC 9110 Section 15): itself if registered, x00 of its class if not, 500 outside
100 to 599. TypeError for anything but an integer.";
%feature("docstring") httpstatus_reason
"reason(code): a reason phrase that is safe to send, never empty: the phrase of the primary entry, else the last one
the number had, else 'Unassigned', or 'Invalid' outside 100 to 599. TypeError for anything but an integer.";

#define HTTPSTATUS_API
%include "httpstatus/version.h"
%include "httpstatus/registry.h"
%include "httpstatus/classify.h"
%include "httpstatus/method.h"
%include "httpstatus/marker.h"
%include "httpstatus/date.h"
%include "httpstatus/grpc.h"
%include "httpstatus/proxyerror.h"
%include "httpstatus/problem.h"
%include "httpstatus/parse.h"
%include "httpstatus/set.h"
%include "httpstatus/advice.h"
%include "httpstatus/explain.h"
%include "httpstatus/lint.h"

%{
/* Runs call, which writes text to buffer and size, again with enough room if the first buffer was too small. */
#define TEXT_OF(call)                                                         \
  char local[4096];                                                            \
  char *buffer = local;                                                       \
  size_t size = sizeof local;                                                 \
  int needed = call;                                                          \
  if (needed < 0) {                                                           \
    PyErr_SetString(PyExc_ValueError, httpstatus_error_text(needed));         \
    return NULL;                                                              \
  }                                                                           \
  if ((size_t)needed >= size) {                                               \
    size = (size_t)needed + 1;                                                \
    buffer = PyMem_Malloc(size);                                              \
    if (buffer == NULL) {                                                     \
      return PyErr_NoMemory();                                                \
    }                                                                         \
    needed = call;                                                            \
  }                                                                           \
  PyObject *string = PyUnicode_FromStringAndSize(buffer, needed);             \
  if (buffer != local) {                                                      \
    PyMem_Free(buffer);                                                       \
  }                                                                           \
  return string

/* The options of explain, from parameters of the same names. */
#define OPTIONS                                                                                     \
  {                                                                                                 \
    .size = sizeof options, .format = format, .role = role, .full = full, .width = width,           \
    .vendor = vendor, .vendor_length = vendor_length, .method = method, .method_length = method_length \
  }

/* The options of the decisions, likewise. */
#define RETRY_OPTIONS                                                                               \
  {                                                                                                \
    .size = sizeof options, .retry_after = retry_after, .n_retry_after = n_retry_after,             \
    .date = date, .now = now, .fields = fields, .n_fields = n_fields,                               \
    .retries_made = retries_made, .max_retries = max_retries, .repeatable = repeatable,             \
    .proxy = proxy, .early_data = early_data, .user_action = user_action, .vendor = vendor,         \
    .vendor_length = vendor_length, .policy = policy, .policy_length = policy_length,               \
    .statuses = statuses                                                                            \
  }
#define REDIRECT_OPTIONS                                                                            \
  {                                                                                                \
    .size = sizeof options, .policy = policy, .no_location = no_location, .location = location,     \
    .location_length = location_length, .retry_after = retry_after,                                 \
    .n_retry_after = n_retry_after, .date = date, .now = now, .fields = fields,                     \
    .n_fields = n_fields, .not_replayable = not_replayable                                          \
  }
#define CACHE_OPTIONS                                                                               \
  {                                                                                                \
    .size = sizeof options, .shared = shared,                                                       \
    .content_location_is_target = content_location_is_target,                                       \
    .request_authorized = request_authorized, .understands = understands,                           \
    .received_at = received_at                                                                      \
  }

/* Returns all rows of a table, each as the values of its fields. */
#define ALL_OF(name)                                                                        \
  size_t n = 0, n_fields;                                                                   \
  const httpstatus_field *fields = httpstatus_##name##_fields(&n_fields);                   \
  const httpstatus_##name *row = NULL;                                                      \
  while ((row = httpstatus_next_##name(row)) != NULL) {                                     \
    n++;                                                                                    \
  }                                                                                         \
  TUPLE(rows, n, record_values(fields, n_fields, row = httpstatus_next_##name(row)))        \
  return rows

/*
 * From Python into a record: the way back of record_values. Texts stay those of the Python strings, which the caller
 * holds; lists are blocks that free_lists gives back, whether all went well or not.
 */
static int read_record(const httpstatus_field *fields, size_t n, PyObject *values, char *record);

static int read_text(PyObject *value, const char *what, char *place)
{
  Py_ssize_t length;
  if (value == Py_None) {
    return 0;
  }
  if (!PyUnicode_Check(value)) {
    PyErr_Format(PyExc_TypeError, "%s is a str, not %R", what, value);
    return -1;
  }
  const char *text = PyUnicode_AsUTF8AndSize(value, &length);
  if (text != NULL && strlen(text) != (size_t)length) {
    PyErr_Format(PyExc_ValueError, "%s has a NUL in it", what);
    text = NULL;
  }
  memcpy(place, &text, sizeof text);
  return text == NULL ? -1 : 0;
}

static int read_word(PyObject *value, const httpstatus_field *field, char *place)
{
  const char *word = value == Py_None ? field->words[0] : NULL;
  if (word == NULL && read_text(value, field->name, (char *)&word) < 0) {
    return -1;
  }
  for (int i = 0; i < (int)field->n_words; i++) {
    if (strcmp(field->words[i], word) == 0) {
      memcpy(place, &i, sizeof i);
      return 0;
    }
  }
  PyObject *words = words_value(field);
  if (words != NULL) {
    PyErr_Format(PyExc_ValueError, "%s is one of %R, not %R", field->name, words, value);
    Py_DECREF(words);
  }
  return -1;
}

static int read_list(PyObject *value, const httpstatus_field *field, char *record)
{
  bool strings = field->type == HTTPSTATUS_FIELD_STRINGS;
  size_t size = strings ? sizeof(const char *) : field->element_size;
  Py_ssize_t count = PyTuple_Size(value);
  char *list = count < 0 ? NULL : PyMem_Calloc((size_t)count + 1, size);
  if (list == NULL) {
    return count < 0 ? -1 : (PyErr_NoMemory(), -1);
  }
  size_t n = (size_t)count;
  memcpy(record + field->offset, &list, sizeof list);
  memcpy(record + field->count_offset, &n, sizeof n);
  for (size_t i = 0; i < n; i++) {
    PyObject *item = PyTuple_GetItem(value, (Py_ssize_t)i);
    char *place = list + i * size;
    int result = strings ? read_text(item, field->name, place)
                         : read_record(field->element, field->n_element, item, place);
    if (result < 0) {
      return -1;
    }
  }
  return 0;
}

static int read_value(PyObject *value, const httpstatus_field *field, char *record)
{
  switch (field->type) {
  case HTTPSTATUS_FIELD_STRING:
    return read_text(value, field->name, record + field->offset);
  case HTTPSTATUS_FIELD_WORD:
    return read_word(value, field, record + field->offset);
  case HTTPSTATUS_FIELD_STRINGS:
  case HTTPSTATUS_FIELD_LIST:
    return read_list(value, field, record);
  default: {
    int number;
    int result = int_of(value, field->name, &number);
    if (result == 0) {
      memcpy(record + field->offset, &number, sizeof number);
    }
    return result;
  }
  }
}

static int read_record(const httpstatus_field *fields, size_t n, PyObject *values, char *record)
{
  for (size_t i = 0; i < n; i++) {
    PyObject *value = PyTuple_GetItem(values, (Py_ssize_t)i);
    if (value == NULL || read_value(value, &fields[i], record) < 0) {
      return -1;
    }
  }
  return 0;
}

static void free_lists(const httpstatus_field *fields, size_t n, char *record)
{
  for (size_t i = 0; i < n; i++) {
    if (fields[i].type == HTTPSTATUS_FIELD_STRINGS || fields[i].type == HTTPSTATUS_FIELD_LIST) {
      void *list;
      memcpy(&list, record + fields[i].offset, sizeof list);
      PyMem_Free(list);
    }
  }
}
%}

%inline %{
/* The values of a row's fields in the order of row_fields(). */
PyObject *row_values(const httpstatus_row *row)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  if (row == NULL) {
    TUPLE(empty, n, empty_value(&fields[i]))
    return empty;
  }
  return record_values(fields, n, row);
}

/* The categories of valid codes as words. */
PyObject *categories(void)
{
  size_t n = 0;
  while (httpstatus_category_word((httpstatus_category)(n + 1)) != NULL) {
    n++;
  }
  TUPLE(words, n, constant_string(httpstatus_category_word((httpstatus_category)(i + 1))))
  return words;
}

PyObject *label(int code)
{
  TEXT_OF(httpstatus_label(code, buffer, size));
}

PyObject *row_label(const httpstatus_row *row)
{
  TEXT_OF(httpstatus_row_label(row, buffer, size));
}

PyObject *markers(void)
{
  ALL_OF(marker);
}

PyObject *grpc_codes(void)
{
  ALL_OF(grpc_code);
}

PyObject *grpc_guesses(void)
{
  ALL_OF(grpc_guess);
}

PyObject *proxy_errors(void)
{
  ALL_OF(proxy_error);
}

/* Adds a row of these values, which are in the order of row_fields(), and gives its key. */
PyObject *register_row(PyObject *values)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  httpstatus_row row = {.code = 0};
  const httpstatus_row *added = NULL;
  int error = read_record(fields, n, values, (char *)&row);
  if (error == 0) {
    error = httpstatus_register(&row, sizeof row, &added);
    if (error != 0) {
      PyErr_SetString(PyExc_ValueError, httpstatus_error_text(error));
    }
  }
  free_lists(fields, n, (char *)&row);
  return error == 0 ? row_key(added) : NULL;
}

PyObject *status_line(int code, const char *version, size_t length)
{
  TEXT_OF(httpstatus_status_line(code, version, length, buffer, size));
}

PyObject *find(const char *text, size_t length)
{
  size_t n = httpstatus_find(text, length, NULL, 0);
  const httpstatus_row **rows = PyMem_Calloc(n + 1, sizeof *rows);
  if (rows == NULL) {
    return PyErr_NoMemory();
  }
  httpstatus_find(text, length, rows, n);
  TUPLE(keys, n, row_key(rows[i]))
  PyMem_Free(rows);
  return keys;
}

PyObject *search(const char *text, size_t length)
{
  const httpstatus_row *rows[HTTPSTATUS_SEARCH_MAX];
  size_t n = httpstatus_search(text, length, rows, HTTPSTATUS_SEARCH_MAX);
  TUPLE(keys, n, row_key(rows[i]))
  return keys;
}

/* (code, version, phrase, kind). */
PyObject *parse(const char *text, size_t length)
{
  httpstatus_parsed parsed;
  size_t position;
  int error = httpstatus_parse(text, length, &parsed, &position);
  if (error != 0) {
    return text_error(error, text, length, position);
  }
  return Py_BuildValue("(iNNN)", parsed.code, slice(parsed.version, parsed.version_length),
                       slice(parsed.phrase, parsed.phrase_length),
                       constant_string(httpstatus_parse_kind_word(parsed.kind)));
}

PyObject *parse_http_date(const char *text, size_t length, const int64_t *now, bool ignore_case)
{
  httpstatus_date_options options = {now, ignore_case};
  int64_t seconds;
  size_t position;
  int error = httpstatus_parse_http_date(text, length, &options, &seconds, &position);
  return error == 0 ? PyLong_FromLongLong(seconds) : text_error(error, text, length, position);
}

PyObject *explain(int code, const char *vendor, size_t vendor_length, httpstatus_role role, const char *method,
                  size_t method_length, bool full, httpstatus_format format, int width)
{
  httpstatus_explain_options options = OPTIONS;
  TEXT_OF(httpstatus_explain(code, &options, buffer, size));
}

PyObject *explain_text(const char *text, size_t length, const char *vendor, size_t vendor_length, httpstatus_role role,
                       const char *method, size_t method_length, bool full, httpstatus_format format, int width)
{
  httpstatus_explain_options options = OPTIONS;
  size_t position = SIZE_MAX;
  int error = httpstatus_explain_text(text, length, &options, NULL, 0, &position);
  if (error < 0 && position != SIZE_MAX) {
    return text_error(error, text, length, position);
  }
  TEXT_OF(httpstatus_explain_text(text, length, &options, buffer, size, NULL));
}

PyObject *compare(int a, int b, const char *vendor, size_t vendor_length, httpstatus_role role,
                  httpstatus_format format, int width)
{
  const char *method = NULL;
  size_t method_length = 0;
  bool full = false;
  httpstatus_explain_options options = OPTIONS;
  TEXT_OF(httpstatus_compare(a, b, &options, buffer, size));
}

/* The codes of a set that is written as text, and of one that is an iterable. */
PyObject *set_parse(const char *text, size_t length)
{
  httpstatus_set set;
  size_t position;
  int error = httpstatus_set_parse(text, length, &set, &position);
  return error == 0 ? set_values(&set) : text_error(error, text, length, position);
}

PyObject *set_codes(const httpstatus_set *codes)
{
  return set_values(codes);
}

PyObject *set_text(const httpstatus_set *codes)
{
  TEXT_OF(httpstatus_set_text(codes, buffer, size));
}

PyObject *map_key(const char *text, size_t length)
{
  size_t position;
  int slot = httpstatus_map_key(text, length, &position);
  return slot >= 0 ? PyLong_FromLong(slot) : text_error(slot, text, length, position);
}

PyObject *retry(PyObject *type, PyObject *asked, int code, const char *method, size_t method_length,
                const httpstatus_line *retry_after, size_t n_retry_after, const int64_t *date, const int64_t *now,
                const httpstatus_field_line *fields, size_t n_fields, int retries_made, const int *max_retries,
                bool repeatable, bool proxy, httpstatus_told early_data, httpstatus_told user_action,
                const char *vendor, size_t vendor_length, const char *policy, size_t policy_length,
                const httpstatus_set *statuses)
{
  httpstatus_retry_options options = RETRY_OPTIONS;
  httpstatus_retry_result result;
  size_t n;
  const httpstatus_field *descriptors = httpstatus_retry_fields(&n);
  int verdict = httpstatus_retry(code, method, method_length, &options, &result);
  if (verdict < 0) {
    PyErr_SetString(PyExc_ValueError, httpstatus_error_text(verdict));
    return NULL;
  }
  return answer_of(type, asked, descriptors, n, &result);
}

PyObject *retry_reason(PyObject *type, int code, const char *method, size_t method_length,
                       const httpstatus_line *retry_after, size_t n_retry_after, const int64_t *date,
                       const int64_t *now, const httpstatus_field_line *fields, size_t n_fields, int retries_made,
                       const int *max_retries, bool repeatable, bool proxy, httpstatus_told early_data,
                       httpstatus_told user_action, const char *vendor, size_t vendor_length, const char *policy,
                       size_t policy_length, const httpstatus_set *statuses)
{
  (void)type;
  httpstatus_retry_options options = RETRY_OPTIONS;
  TEXT_OF(httpstatus_retry_reason(code, method, method_length, &options, buffer, size));
}

PyObject *retry_policies(void)
{
  size_t n = 0, n_fields;
  const httpstatus_field *descriptors = httpstatus_retry_policy_fields(&n_fields);
  const httpstatus_retry_policy *policy = NULL;
  while ((policy = httpstatus_next_retry_policy(policy)) != NULL) {
    n++;
  }
  TUPLE(values, n, record_values(descriptors, n_fields, policy = httpstatus_next_retry_policy(policy)))
  return values;
}

PyObject *redirect(PyObject *type, PyObject *asked, int code, const char *method, size_t method_length,
                   httpstatus_redirect_policy policy, bool no_location, const char *location,
                   size_t location_length, const httpstatus_line *retry_after, size_t n_retry_after,
                   const int64_t *date, const int64_t *now, const httpstatus_field_line *fields, size_t n_fields,
                   bool not_replayable)
{
  httpstatus_redirect_options options = REDIRECT_OPTIONS;
  httpstatus_redirect_result result;
  size_t n;
  const httpstatus_field *descriptors = httpstatus_redirect_fields(&n);
  httpstatus_redirect(code, method, method_length, &options, &result);
  return answer_of(type, asked, descriptors, n, &result);
}

PyObject *redirect_reason(PyObject *type, int code, const char *method, size_t method_length,
                          httpstatus_redirect_policy policy, bool no_location, const char *location,
                          size_t location_length, const httpstatus_line *retry_after, size_t n_retry_after,
                          const int64_t *date, const int64_t *now, const httpstatus_field_line *fields,
                          size_t n_fields, bool not_replayable)
{
  (void)type;
  httpstatus_redirect_options options = REDIRECT_OPTIONS;
  TEXT_OF(httpstatus_redirect_reason(code, method, method_length, &options, buffer, size));
}

PyObject *cacheability(PyObject *type, PyObject *asked, int code, const char *method, size_t method_length,
                       const httpstatus_field_line *fields, size_t n_fields, bool shared,
                       bool content_location_is_target, httpstatus_told request_authorized,
                       const httpstatus_set *understands, const int64_t *received_at)
{
  httpstatus_cache_options options = CACHE_OPTIONS;
  httpstatus_cache_result result;
  size_t n;
  const httpstatus_field *descriptors = httpstatus_cacheability_fields(&n);
  httpstatus_cacheability(code, method, method_length, fields, n_fields, &options, &result);
  return answer_of(type, asked, descriptors, n, &result);
}

PyObject *cacheability_reasons(PyObject *type, int code, const char *method, size_t method_length,
                               const httpstatus_field_line *fields, size_t n_fields, bool shared,
                               bool content_location_is_target, httpstatus_told request_authorized,
                               const httpstatus_set *understands, const int64_t *received_at)
{
  (void)type;
  httpstatus_cache_options options = CACHE_OPTIONS;
  TEXT_OF(httpstatus_cacheability_reasons(code, method, method_length, fields, n_fields, &options, buffer, size));
}
%}

%{
/* What a call of the lint is about. */
typedef struct lint_call {
  httpstatus_lint_head head;
  httpstatus_lint_set rules;
  PyObject *owners[3]; /* keep the texts alive */
} lint_call;

/* None or the word for a version. */
static int version_of(PyObject *object, const char *what, httpstatus_lint_version *version)
{
  const char *word;
  size_t length;
  PyObject *owner = NULL;
  if (object == Py_None) {
    return 0;
  }
  int result = text_of(object, what, &word, &length, &owner);
  if (result == 0 && httpstatus_lint_version_from_word(word, length, version) < 0) {
    PyErr_Format(PyExc_ValueError, "%s is '1.0', '1.1', '2', '3' or None, not %R", what, object);
    result = -1;
  }
  Py_XDECREF(owner);
  return result;
}

static int rules_of(PyObject *profile, int pedantic, PyObject *rules, httpstatus_lint_set *set)
{
  const char *word, *text;
  size_t length, position;
  PyObject *owner = NULL;
  httpstatus_lint_profile value;
  int result = text_of(profile, "profile", &word, &length, &owner);
  if (result == 0 && httpstatus_lint_profile_from_word(word, length, &value) < 0) {
    PyErr_Format(PyExc_ValueError, "profile is 'wire' or 'app', not %R", profile);
    result = -1;
  }
  Py_XDECREF(owner);
  owner = NULL;
  if (result == 0) {
    result = text_of(rules, "rules", &text, &length, &owner);
  }
  if (result == 0) {
    int error = httpstatus_lint_select(value, pedantic != 0, text, length, set, &position);
    if (error != 0) {
      text_error(error, text, length, position);
      result = -1;
    }
  }
  Py_XDECREF(owner);
  return result;
}

/* Reads (code, fields, merged, method, version, request_version, request_fields, profile, pedantic, rules). */
static int read_lint_call(PyObject *arguments, lint_call *call)
{
  PyObject *code, *fields, *method, *version, *request_version, *request_fields, *profile, *rules;
  int merged, pedantic;
  memset(call, 0, sizeof *call);
  call->head.size = sizeof call->head;
  if (!PyArg_ParseTuple(arguments, "OOpOOOOOpO", &code, &fields, &merged, &method, &version, &request_version,
                        &request_fields, &profile, &pedantic, &rules)) {
    return -1;
  }
  call->head.merged = merged != 0;
  call->head.request_known = request_fields != Py_None;
  if (int_of(code, "a status code", &call->head.status) < 0 ||
      field_lines_of(fields, &call->head.lines, &call->head.n_lines, &call->owners[0]) < 0 ||
      version_of(version, "version", &call->head.version) < 0 ||
      version_of(request_version, "request_version", &call->head.request_version) < 0 ||
      rules_of(profile, pedantic, rules, &call->rules) < 0) {
    return -1;
  }
  if (method != Py_None &&
      text_of(method, "method", &call->head.method, &call->head.method_length, &call->owners[1]) < 0) {
    return -1;
  }
  return request_fields == Py_None ? 0
                                   : field_lines_of(request_fields, &call->head.request_lines,
                                                    &call->head.n_request_lines, &call->owners[2]);
}

static void end_lint_call(lint_call *call)
{
  PyMem_Free((void *)call->head.lines);
  PyMem_Free((void *)call->head.request_lines);
  for (size_t i = 0; i < sizeof call->owners / sizeof call->owners[0]; i++) {
    Py_XDECREF(call->owners[i]);
  }
}

/* (rule, severity, field, message, section) */
static PyObject *finding_value(const httpstatus_lint_finding *finding, const httpstatus_lint_head *head)
{
  char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  httpstatus_lint_message(finding, head, message, sizeof message);
  PyObject *line = finding->line == HTTPSTATUS_LINT_NO_LINE ? Py_BuildValue("") : PyLong_FromSize_t(finding->line);
  return Py_BuildValue("(NNNsN)", constant_string(finding->rule->id),
                       constant_string(httpstatus_lint_severity_word(finding->severity)), line, message,
                       constant_string(finding->rule->sections));
}

static PyObject *findings_of(const lint_call *call)
{
  httpstatus_lint_finding local[32], *findings = local;
  size_t n = (size_t)httpstatus_lint(&call->head, &call->rules, local, sizeof local / sizeof local[0]);
  if (n > sizeof local / sizeof local[0]) {
    findings = PyMem_Calloc(n, sizeof *findings);
    if (findings == NULL) {
      return PyErr_NoMemory();
    }
    httpstatus_lint(&call->head, &call->rules, findings, n);
  }
  TUPLE(values, n, finding_value(&findings[i], &call->head))
  if (findings != local) {
    PyMem_Free(findings);
  }
  return values;
}

static PyObject *skips_of(const lint_call *call)
{
  httpstatus_lint_skip skips[512]; /* Each rule lacks each input once at most. */
  size_t n = (size_t)httpstatus_lint_skipped(&call->head, &call->rules, skips, sizeof skips / sizeof skips[0]);
  TUPLE(values, n, Py_BuildValue("(NN)", constant_string(skips[i].rule->id),
                                 constant_string(httpstatus_lint_input_word(skips[i].input))))
  return values;
}

static PyObject *lint_with(PyObject *arguments, PyObject *(*result_of)(const lint_call *call))
{
  lint_call call;
  PyObject *result = read_lint_call(arguments, &call) < 0 ? NULL : result_of(&call);
  end_lint_call(&call);
  return result;
}

/*
 * Tallies are bytearrays of the size of the struct. A view of them, as of every buffer, is held until the call is over,
 * so that no other thread can resize them while the lock of the interpreter is released.
 */
static httpstatus_tally *tally_of(PyObject *state, Py_buffer *view)
{
  if (PyObject_GetBuffer(state, view, PyBUF_WRITABLE) < 0) {
    return NULL;
  }
  if (view->len != sizeof(httpstatus_tally)) {
    PyBuffer_Release(view);
    PyErr_SetString(PyExc_ValueError, "this is no tally");
    return NULL;
  }
  return view->buf;
}

static PyObject *none_or_error(int error)
{
  if (error < 0) {
    PyErr_SetString(PyExc_ValueError, httpstatus_error_text(error));
    return NULL;
  }
  Py_RETURN_NONE;
}

/* A dict of those numbers that are not 0, by their index. */
static PyObject *nonzero(const uint64_t *numbers, int n)
{
  PyObject *dict = PyDict_New();
  for (int i = 0; dict != NULL && i < n; i++) {
    PyObject *key = NULL, *value = NULL;
    if (numbers[i] > 0) {
      key = PyLong_FromLong(i);
      value = PyLong_FromUnsignedLongLong(numbers[i]);
      if (key == NULL || value == NULL || PyDict_SetItem(dict, key, value) < 0) {
        Py_CLEAR(dict);
      }
    }
    Py_XDECREF(key);
    Py_XDECREF(value);
  }
  return dict;
}

/* Where the numbers of an array go: to one of the functions of bulk.h. */
typedef struct sink {
  int (*take)(struct sink *to, const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset);
  httpstatus_code_counts *counts;
  uint64_t categories[HTTPSTATUS_BULK_CATEGORIES];
  uint64_t nulls;
  PyObject *classified; /* a list, to which bytes for each piece are added */
  uint8_t *bytes;       /* of the last of them */
} sink;

static int take_counts(sink *to, const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset)
{
  return httpstatus_count_codes(codes, width, n, valid, offset, to->counts);
}

static int take_categories(sink *to, const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset)
{
  return httpstatus_count_categories(codes, width, n, valid, offset, to->categories, &to->nulls);
}

static int take_classified(sink *to, const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset)
{
  return httpstatus_classify_codes(codes, width, n, valid, offset, to->bytes);
}

/* Makes room for n more categories, if they are wanted. */
static int make_room(sink *to, size_t n)
{
  if (to->classified == NULL) {
    return 0;
  }
  PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)n);
  if (bytes == NULL) {
    return -1;
  }
  to->bytes = (uint8_t *)PyBytes_AsString(bytes);
  int error = PyList_Append(to->classified, bytes);
  Py_DECREF(bytes);
  return error;
}

/* Gives an array to the sink with the lock of the interpreter released. Who calls this holds the array. */
static int give(sink *to, const void *codes, size_t width, size_t n, const uint8_t *valid, size_t offset)
{
  if (make_room(to, n) < 0) {
    return -1;
  }
  Py_BEGIN_ALLOW_THREADS
  to->take(to, codes, width, n, valid, offset);
  Py_END_ALLOW_THREADS
  return 0;
}

static int give_buffer(sink *to, PyObject *object)
{
  Py_buffer view;
  if (PyObject_GetBuffer(object, &view, PyBUF_FORMAT | PyBUF_C_CONTIGUOUS) < 0) {
    return -1;
  }
  const char *format = view.format == NULL ? "B" : view.format;
  static const int one = 1;
  bool little = *(const char *)&one == 1;
  format += *format == '@' || *format == '=' || *format == (little ? '<' : '>');
  int error = -1;
  if (strchr("hHiIlLqQnN", format[0]) == NULL || format[0] == '\0' || format[1] != '\0' || view.itemsize < 2) {
    PyErr_Format(PyExc_TypeError, "an array of status codes has native integers of 2, 4 or 8 bytes, not '%s'",
                 view.format == NULL ? "B" : view.format);
  } else {
    error = give(to, view.buf, (size_t)view.itemsize, (size_t)(view.len / view.itemsize), NULL, 0);
  }
  PyBuffer_Release(&view);
  return error;
}

enum { PIECE = 8192 };

/* An element that is no plain int: it may be a null, and its __index__ may do anything, such as shorten the list. */
static int odd_element(PyObject *item, int32_t *code, bool *is_null)
{
  int value = 0;
  *is_null = item == Py_None;
  *code = 0;
  if (*is_null) {
    return 0;
  }
  Py_INCREF(item);
  int error = int_of(item, "a status code", &value);
  Py_DECREF(item);
  *code = value;
  return error;
}

/* A plain int as a code; -1 stands for every one that is out of range. */
static inline int32_t plain_code(PyObject *item)
{
#if defined(Py_LIMITED_API) || defined(PYPY_VERSION) || defined(GRAALVM_PYTHON)
  int overflow;
  long value = PyLong_AsLongAndOverflow(item, &overflow); /* -1 where it overflows. */
#elif PY_VERSION_HEX >= 0x030C0000
  PyLongObject *number = (PyLongObject *)item;
  Py_ssize_t value = PyUnstable_Long_IsCompact(number) ? PyUnstable_Long_CompactValue(number) : -1;
#else
  Py_ssize_t digits = Py_SIZE(item); /* Negative for what is less than 0; a digit has 15 or 30 bits. */
  long value = digits == 1 ? (long)((PyLongObject *)item)->ob_digit[0] : digits == 0 ? 0 : -1;
#endif
  return value < 0 || value > 999 ? -1 : (int32_t)value;
}

/* Element i of a list or tuple, which has so many. */
static inline PyObject *element_at(PyObject *sequence, Py_ssize_t i)
{
#ifdef Py_LIMITED_API
  return PyList_Check(sequence) ? PyList_GetItem(sequence, i) : PyTuple_GetItem(sequence, i);
#else
  return PySequence_Fast_ITEMS(sequence)[i];
#endif
}

static int give_sequence(sink *to, PyObject *sequence)
{
  int32_t codes[PIECE];
  uint8_t valid[PIECE / 8];
  Py_ssize_t i = 0, size = PySequence_Size(sequence);
  while (i < size) {
    size_t n = 0, nulls = 0;
    memset(valid, 0xFF, sizeof valid);
    for (; n < PIECE && i < size; i++, n++) {
      PyObject *item = element_at(sequence, i);
      if (PyLong_CheckExact(item)) {
        codes[n] = plain_code(item);
        continue;
      }
      bool is_null;
      if (odd_element(item, &codes[n], &is_null) < 0) {
        return -1;
      }
      size = PySequence_Size(sequence);
      if (is_null) {
        valid[n / 8] &= (uint8_t)~(1u << n % 8);
        nulls++;
      }
    }
    if (make_room(to, n) < 0) {
      return -1;
    }
    to->take(to, codes, sizeof codes[0], n, nulls == 0 ? NULL : valid, 0);
  }
  return 0;
}

/*
 * The C data interface of Apache Arrow, which is fixed for ever
 * (https://arrow.apache.org/docs/format/CDataInterface.html).
 */
struct ArrowSchema {
  const char *format, *name, *metadata;
  int64_t flags, n_children;
  struct ArrowSchema **children, *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length, null_count, offset, n_buffers, n_children;
  const void **buffers;
  struct ArrowArray **children, *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

static int give_arrow(sink *to, const struct ArrowSchema *schema, const struct ArrowArray *array)
{
  static const char formats[] = "sSiIlL";
  const char *format = strchr(formats, schema->format[0]);
  if (format == NULL || *format == '\0' || schema->format[1] != '\0' || schema->dictionary != NULL) {
    PyErr_Format(PyExc_TypeError, "an array of status codes has integers of 2, 4 or 8 bytes, not those of Arrow's '%s'",
                 schema->dictionary != NULL ? "dictionary" : schema->format);
    return -1;
  }
  size_t width = (size_t)2 << (format - formats) / 2;
  const uint8_t *valid = array->null_count == 0 ? NULL : array->buffers[0];
  size_t offset = (size_t)array->offset;
  return give(to, (const char *)array->buffers[1] + offset * width, width, (size_t)array->length, valid,
              valid == NULL ? 0 : offset);
}

static int give_arrow_stream(sink *to, struct ArrowArrayStream *stream)
{
  struct ArrowSchema schema;
  int error = stream->get_schema(stream, &schema);
  while (error == 0) {
    struct ArrowArray array;
    error = stream->get_next(stream, &array);
    if (error != 0 || array.release == NULL) {
      break;
    }
    int given = give_arrow(to, &schema, &array);
    array.release(&array);
    if (given < 0) {
      schema.release(&schema);
      return -1;
    }
  }
  if (error != 0) {
    const char *text = stream->get_last_error(stream);
    PyErr_SetString(PyExc_ValueError, text == NULL ? "the stream of Arrow failed" : text);
    return -1;
  }
  schema.release(&schema);
  return 0;
}

/* Gives a list or tuple of ints, a buffer, or what Arrow's __arrow_c_array__ or __arrow_c_stream__ returned. */
static int give_any(sink *to, PyObject *source)
{
  if (PyCapsule_IsValid(source, "arrow_array_stream")) {
    return give_arrow_stream(to, PyCapsule_GetPointer(source, "arrow_array_stream"));
  }
  PyObject *first = PyTuple_Check(source) && PyTuple_Size(source) == 2 ? PyTuple_GetItem(source, 0) : NULL;
  if (first != NULL && PyCapsule_IsValid(first, "arrow_schema")) {
    struct ArrowArray *array = PyCapsule_GetPointer(PyTuple_GetItem(source, 1), "arrow_array");
    return array == NULL ? -1 : give_arrow(to, PyCapsule_GetPointer(first, "arrow_schema"), array);
  }
  return PyList_Check(source) || PyTuple_Check(source) ? give_sequence(to, source) : give_buffer(to, source);
}
%}

%inline %{
/* Findings as (rule, severity, field, message, section); for the arguments see read_lint_call. */
PyObject *lint(PyObject *arguments)
{
  return lint_with(arguments, findings_of);
}

/* What could not be decided, as (rule, input). */
PyObject *lint_skipped(PyObject *arguments)
{
  return lint_with(arguments, skips_of);
}

/* The values of a rule in the order of lint_rule_fields(), None past the end. */
PyObject *lint_rule_at(size_t i)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_lint_rule_fields(&n);
  const httpstatus_lint_rule *rule = httpstatus_lint_rule_at(i);
  if (rule == NULL) {
    Py_RETURN_NONE;
  }
  return record_values(fields, n, rule);
}

/* A new tally of a log in a format. */
PyObject *tally_init(const char *format, size_t length)
{
  Py_buffer view;
  PyObject *state = PyByteArray_FromStringAndSize(NULL, sizeof(httpstatus_tally));
  httpstatus_tally *tally = state == NULL ? NULL : tally_of(state, &view);
  if (tally == NULL) {
    Py_XDECREF(state);
    return NULL;
  }
  int error = httpstatus_tally_init(tally, format, length);
  PyBuffer_Release(&view);
  if (error < 0) {
    Py_DECREF(state);
    PyObject *text = slice(format, length);
    if (text != NULL) {
      PyErr_Format(PyExc_ValueError, "%s: %.200R", httpstatus_error_text(error), text);
      Py_DECREF(text);
    }
    return NULL;
  }
  return state;
}

PyObject *tally_feed(PyObject *state, PyObject *bytes)
{
  Py_buffer own, view;
  httpstatus_tally *tally = tally_of(state, &own);
  if (tally == NULL) {
    return NULL;
  }
  if (PyObject_GetBuffer(bytes, &view, PyBUF_SIMPLE) < 0) {
    PyBuffer_Release(&own);
    return NULL;
  }
  int error;
  Py_BEGIN_ALLOW_THREADS
  error = httpstatus_tally_feed(tally, view.buf, (size_t)view.len);
  Py_END_ALLOW_THREADS
  PyBuffer_Release(&view);
  PyBuffer_Release(&own);
  return none_or_error(error);
}

PyObject *tally_finish(PyObject *state)
{
  Py_buffer view;
  httpstatus_tally *tally = tally_of(state, &view);
  if (tally == NULL) {
    return NULL;
  }
  int error = httpstatus_tally_finish(tally);
  PyBuffer_Release(&view);
  return none_or_error(error);
}

PyObject *tally_merge(PyObject *state, PyObject *other)
{
  Py_buffer view, other_view;
  httpstatus_tally *tally = tally_of(state, &view);
  if (tally == NULL) {
    return NULL;
  }
  httpstatus_tally *from = tally_of(other, &other_view);
  if (from != NULL) {
    httpstatus_tally_merge(tally, from);
    PyBuffer_Release(&other_view);
  }
  PyBuffer_Release(&view);
  return from == NULL ? NULL : none_or_error(0);
}

/* A tally of a later part of the log, None if the log cannot be split. */
PyObject *tally_fork(PyObject *state, unsigned long long offset)
{
  Py_buffer view, part_view;
  httpstatus_tally *whole = tally_of(state, &view);
  if (whole == NULL) {
    return NULL;
  }
  PyObject *part = PyByteArray_FromStringAndSize(NULL, sizeof(httpstatus_tally));
  httpstatus_tally *tally = part == NULL ? NULL : tally_of(part, &part_view);
  int error = tally == NULL ? 0 : httpstatus_tally_fork(tally, whole, offset);
  PyBuffer_Release(&view);
  if (tally == NULL) {
    Py_XDECREF(part);
    return NULL;
  }
  PyBuffer_Release(&part_view);
  if (error < 0) {
    Py_DECREF(part);
    Py_RETURN_NONE;
  }
  return part;
}

PyObject *tally_format(PyObject *state)
{
  char format[HTTPSTATUS_TALLY_FORMAT];
  Py_buffer view;
  httpstatus_tally *tally = tally_of(state, &view);
  if (tally == NULL) {
    return NULL;
  }
  int length = httpstatus_tally_format(tally, format, sizeof format);
  PyBuffer_Release(&view);
  return slice(format, (size_t)length);
}

/* (counts, lines, bytes, no_status, recovered, unparsed, blank, unparsed_at). */
PyObject *tally_values(PyObject *state)
{
  Py_buffer view;
  httpstatus_tally *t = tally_of(state, &view);
  if (t == NULL) {
    return NULL;
  }
  size_t n = t->unparsed < HTTPSTATUS_TALLY_OFFSETS ? (size_t)t->unparsed : HTTPSTATUS_TALLY_OFFSETS;
  TUPLE(offsets, n, PyLong_FromUnsignedLongLong(t->unparsed_at[i]))
  PyObject *counts = nonzero(t->counts, HTTPSTATUS_TALLY_CODES);
  PyObject *result = NULL;
  if (offsets != NULL && counts != NULL) {
    result = Py_BuildValue("(OKKKKKKO)", counts, (unsigned long long)t->lines, (unsigned long long)t->bytes,
                           (unsigned long long)t->no_status, (unsigned long long)t->recovered,
                           (unsigned long long)t->unparsed, (unsigned long long)t->blank, offsets);
  }
  Py_XDECREF(offsets);
  Py_XDECREF(counts);
  PyBuffer_Release(&view);
  return result;
}

/* How many bytes of a log tell its format. */
int tally_window(void)
{
  return HTTPSTATUS_TALLY_WINDOW;
}

/* (counts, out_of_range, nulls). */
PyObject *count_codes(PyObject *source)
{
  PyObject *result = NULL;
  sink to = {.take = take_counts, .counts = PyMem_Calloc(1, sizeof(httpstatus_code_counts))};
  if (to.counts == NULL) {
    return PyErr_NoMemory();
  }
  if (give_any(&to, source) == 0) {
    PyObject *counts = nonzero(to.counts->codes, HTTPSTATUS_BULK_CODES);
    if (counts != NULL) {
      result = Py_BuildValue("(NKK)", counts, (unsigned long long)to.counts->out_of_range,
                             (unsigned long long)to.counts->nulls);
    }
  }
  PyMem_Free(to.counts);
  return result;
}

/* (counts by number of the category, nulls). */
PyObject *count_categories(PyObject *source)
{
  sink to = {.take = take_categories};
  if (give_any(&to, source) < 0) {
    return NULL;
  }
  PyObject *counts = nonzero(to.categories, HTTPSTATUS_BULK_CATEGORIES);
  return counts == NULL ? NULL : Py_BuildValue("(NK)", counts, (unsigned long long)to.nulls);
}

/* A list of bytes, one for each piece of the source. */
PyObject *classify_codes(PyObject *source)
{
  sink to = {.take = take_classified, .classified = PyList_New(0)};
  if (to.classified == NULL || give_any(&to, source) < 0) {
    Py_XDECREF(to.classified);
    return NULL;
  }
  return to.classified;
}
%}
