/*
 * The Lua module. It holds no fact and no field name: rows become plain tables by way of their descriptors, so that
 * ipairs, # and JSON encoders work on them. Tables are made on first use and kept; functions that compute read the rows
 * of C and never the tables.
 */
#include <errno.h>
#include <httpstatus.h>
#include <lauxlib.h>
#include <limits.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#elif defined(__GNUC__)
#define EXPORT __attribute__((visibility("default")))
#else
#define EXPORT
#endif

#if LUA_VERSION_NUM < 502
#define lua_rawlen lua_objlen
#endif

/* Every function has the table of made status tables and the table of made entry tables as upvalues. */
enum { STATUSES = 1, ENTRIES = 2, UPVALUES = 2 };

/* Codes whose tables are kept; others are made anew, so that no input can fill the memory. */
enum { KEPT = 1000 };

static void push_fields(lua_State *L, const httpstatus_field *fields, size_t n, const void *record);

/* A number that may be more than 32 bits hold: an integer wherever every Lua of that version has one for it. */
static void push_wide(lua_State *L, int64_t number)
{
#if LUA_VERSION_NUM >= 503
  lua_pushinteger(L, number);
#else
  lua_pushnumber(L, (lua_Number)number);
#endif
}

static void push_value(lua_State *L, const httpstatus_field *field, const void *record)
{
  size_t count = record == NULL ? 0 : httpstatus_field_count(field, record);
  switch (field->type) {
  case HTTPSTATUS_FIELD_INT:
    lua_pushinteger(L, httpstatus_field_number(field, record));
    break;
  case HTTPSTATUS_FIELD_BOOL:
    lua_pushboolean(L, httpstatus_field_number(field, record));
    break;
  case HTTPSTATUS_FIELD_STRING:
  case HTTPSTATUS_FIELD_WORD:
    lua_pushstring(L, httpstatus_field_text(field, record)); /* NULL becomes nil. */
    break;
  case HTTPSTATUS_FIELD_STRINGS:
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
      lua_pushstring(L, httpstatus_field_string_at(field, record, i));
      lua_rawseti(L, -2, (int)i + 1);
    }
    break;
  case HTTPSTATUS_FIELD_LIST:
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
      lua_createtable(L, 0, (int)field->n_element);
      push_fields(L, field->element, field->n_element, httpstatus_field_element_at(field, record, i));
      lua_rawseti(L, -2, (int)i + 1);
    }
    break;
  case HTTPSTATUS_FIELD_SECONDS:
    if (httpstatus_field_seconds(field, record) < 0) {
      lua_pushnil(L);
    } else {
      push_wide(L, httpstatus_field_seconds(field, record));
    }
    break;
  case HTTPSTATUS_FIELD_TEXT: {
    size_t length;
    const char *text = httpstatus_field_slice(field, record, &length);
    if (text == NULL) {
      lua_pushnil(L);
    } else {
      lua_pushlstring(L, text, length);
    }
    break;
  }
  case HTTPSTATUS_FIELD_TOLD:
    if (httpstatus_field_told(field, record) == HTTPSTATUS_TOLD_NOT_GIVEN) {
      lua_pushnil(L);
    } else {
      lua_pushboolean(L, httpstatus_field_told(field, record) == HTTPSTATUS_TOLD_YES);
    }
    break;
  }
}

/* Sets the fields of a record in the table on top. Without a record lists are empty and the rest is left out. */
static void push_fields(lua_State *L, const httpstatus_field *fields, size_t n, const void *record)
{
  luaL_checkstack(L, 6, NULL);
  for (size_t i = 0; i < n; i++) {
    bool list = fields[i].type == HTTPSTATUS_FIELD_STRINGS || fields[i].type == HTTPSTATUS_FIELD_LIST;
    if (record != NULL || list) {
      push_value(L, &fields[i], record);
      lua_setfield(L, -2, fields[i].name);
    }
  }
}

/*
 * A status code: an integer, a float with an integral value, or a numeric string. Those that C cannot hold become
 * INT_MAX, which is no status code either. False for anything else, with what was wrong with it on the stack.
 */
static bool read_code(lua_State *L, int arg, int *code)
{
#if LUA_VERSION_NUM >= 503
  int integral;
  lua_Integer integer = lua_tointegerx(L, arg, &integral);
  if (integral) {
    *code = integer >= INT_MIN && integer <= INT_MAX ? (int)integer : INT_MAX;
    return true;
  }
#endif
  if (lua_isnumber(L, arg)) {
    lua_Number number = lua_tonumber(L, arg);
    if (number > INT_MIN - 1.0 && number < INT_MAX + 1.0) {
      *code = (int)number;
      if (number == *code) {
        return true;
      }
    } else if (number - number == 0) { /* Neither infinite nor NaN, and so large that it is integral. */
      *code = INT_MAX;
      return true;
    }
  }
  /* Text is cut, so that no input makes a message of its size, and in quotes, so that empty text shows. */
  char shown[48];
  int type = lua_type(L, arg);
  if (type == LUA_TSTRING) {
    snprintf(shown, sizeof shown, "\"%.40s\"", lua_tostring(L, arg));
  }
  lua_pushfstring(L, "a status code is an integer, not %s",
                  type == LUA_TSTRING ? shown : type == LUA_TNUMBER ? lua_tostring(L, arg) : luaL_typename(L, arg));
  return false;
}

static int check_code(lua_State *L, int arg)
{
  int code;
  return read_code(L, arg, &code) ? code : luaL_argerror(L, arg, lua_tostring(L, -1));
}

/* The entry table of a row, made on first use. Entries are kept by the address of the row. */
static void push_entry(lua_State *L, const httpstatus_row *row)
{
  if (row == NULL) {
    lua_pushnil(L);
    return;
  }
  lua_pushlightuserdata(L, (void *)row);
  lua_rawget(L, lua_upvalueindex(ENTRIES));
  if (lua_isnil(L, -1)) {
    size_t n;
    const httpstatus_field *fields = httpstatus_row_fields(&n);
    lua_pop(L, 1);
    lua_createtable(L, 0, (int)n);
    push_fields(L, fields, n, row);
    lua_pushlightuserdata(L, (void *)row);
    lua_pushvalue(L, -2);
    lua_rawset(L, lua_upvalueindex(ENTRIES));
  }
}

static void set_boolean(lua_State *L, const char *name, bool value)
{
  lua_pushboolean(L, value);
  lua_setfield(L, -2, name);
}

static void set_string(lua_State *L, const char *name, const char *value)
{
  lua_pushstring(L, value);
  lua_setfield(L, -2, name);
}

/* The label; for a number that C cannot hold, it tells all digits of that number, which Lua would round to 14. */
static void set_label(lua_State *L, int code, int number)
{
  char label[160];
  httpstatus_label(code, label, sizeof label);
  if (code == INT_MAX) {
    char digits[320]; /* The largest double has 309. */
    snprintf(digits, sizeof digits, "%.0f", (double)lua_tonumber(L, number));
#if LUA_VERSION_NUM >= 503
    if (lua_isinteger(L, number)) {
      snprintf(digits, sizeof digits, "%lld", (long long)lua_tointeger(L, number));
    }
#endif
    lua_pushfstring(L, "%s%s", digits, strchr(label, ' '));
  } else {
    lua_pushstring(L, label);
  }
  lua_setfield(L, -2, "label");
}

/* Fills the status table of a code, which is on top; the number itself is at index number. */
static void fill_status(lua_State *L, int code, int number)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  const httpstatus_row *row = httpstatus_entry(code, NULL, 0);
  const char *word;

  luaL_checkstack(L, 8, NULL);
  push_fields(L, fields, n, row);
  lua_pushvalue(L, number);
  lua_setfield(L, -2, "code");
  lua_pushvalue(L, number);
  lua_setfield(L, -2, "value");
  set_string(L, "description", row == NULL ? NULL : row->summary);
  set_string(L, "category", httpstatus_category_word(httpstatus_classify(code)));
  set_string(L, "family", httpstatus_family(code));
  for (int i = 1; (word = httpstatus_category_word((httpstatus_category)i)) != NULL; i++) {
    lua_pushfstring(L, "is_%s", word);
    lua_pushboolean(L, httpstatus_classify(code) == (httpstatus_category)i);
    lua_rawset(L, -3);
  }
  set_boolean(L, "is_error", httpstatus_is_error(code));
  set_boolean(L, "known", httpstatus_is_known(code));
  set_boolean(L, "registered", httpstatus_is_registered(code));
  set_boolean(L, "valid", httpstatus_is_valid(code));
  set_boolean(L, "ambiguous", httpstatus_is_ambiguous(code));
  set_label(L, code, number);
  push_entry(L, row);
  lua_setfield(L, -2, "entry");

  lua_newtable(L);
  for (int i = 1; row != NULL; row = httpstatus_next_same(row), i++) {
    push_entry(L, row);
    lua_rawseti(L, -2, i);
  }
  lua_setfield(L, -2, "entries");
}

/* Makes the status table of a code; the number itself is at index number. */
static void push_status(lua_State *L, int code, int number)
{
  size_t n;
  httpstatus_row_fields(&n);
  lua_createtable(L, 0, (int)n + 20);
  fill_status(L, code, number);
}

/* Pushes the number of a code, which may be more than C can hold: an integer wherever Lua has one for it. */
static void push_number(lua_State *L, int code, int arg)
{
  if (code != INT_MAX) {
    lua_pushinteger(L, code);
    return;
  }
#if LUA_VERSION_NUM >= 503
  int integral;
  lua_Integer integer = lua_tointegerx(L, arg, &integral);
  if (integral) {
    lua_pushinteger(L, integer);
    return;
  }
#endif
  lua_pushnumber(L, lua_tonumber(L, arg));
}

/*
 * status(code): the table of a status code, the same one each time for 0 to 999. Most calls end in the function in Lua,
 * which is faster than a call of C; the rest come here, where a wrong argument is one of the caller's caller.
 */
static const char status_in_lua[] =
  "local made, status = ... "
  "return function(code) return made[code] or status(code) end";

static int l_status(lua_State *L)
{
  int code;
  if (!read_code(L, 1, &code)) {
    luaL_where(L, 2);
    lua_pushfstring(L, "%sbad argument #1 to 'status' (%s)", lua_tostring(L, -1), lua_tostring(L, -2));
    return lua_error(L);
  }
  bool kept = code >= 0 && code < KEPT;
  if (kept) {
    lua_rawgeti(L, lua_upvalueindex(STATUSES), code);
    if (!lua_isnil(L, -1)) {
      return 1;
    }
  }
  push_number(L, code, 1);
  push_status(L, code, lua_gettop(L));
  if (kept) {
    lua_pushvalue(L, -1);
    lua_rawseti(L, lua_upvalueindex(STATUSES), code);
  }
  return 1;
}

/* Pushes a new table with the fields of a record. */
static void push_record(lua_State *L, const httpstatus_field *fields, size_t n, const void *record)
{
  lua_createtable(L, 0, (int)n);
  push_fields(L, fields, n, record);
}

/* What register refuses before C sees it. */
static int refuse(lua_State *L, const char *name, const char *wanted)
{
  return luaL_argerror(L, 5, lua_pushfstring(L, "%s is %s, not %s", name, wanted, luaL_typename(L, -1)));
}

static void read_record(lua_State *L, int table, const httpstatus_field *fields, size_t n, char *record);

/* Reads the text on top into a record. One with a NUL in it is cut there, and so is made to be refused: "" is. */
static void read_text(lua_State *L, const char *name, char *place)
{
  size_t length;
  if (lua_type(L, -1) != LUA_TSTRING) {
    refuse(L, name, "a string");
  }
  const char *text = lua_tolstring(L, -1, &length);
  text = strlen(text) == length ? text : "";
  memcpy(place, &text, sizeof text);
}

static void read_word(lua_State *L, const httpstatus_field *field, char *place)
{
  const char *word = "";
  int value = 0;
  read_text(L, field->name, (char *)&word);
  while (value < (int)field->n_words && strcmp(field->words[value], word) != 0) {
    value++;
  }
  memcpy(place, &value, sizeof value); /* A number without a word is refused by C. */
}

static void read_list(lua_State *L, const httpstatus_field *field, char *record)
{
  bool strings = field->type == HTTPSTATUS_FIELD_STRINGS;
  size_t size = strings ? sizeof(const char *) : field->element_size;
  size_t n = 0;
  if (lua_type(L, -1) != LUA_TTABLE) {
    refuse(L, field->name, "a list");
  }
  int table = lua_gettop(L);
  for (; n <= HTTPSTATUS_ADDED_LIST_MAX; n++) { /* C refuses what is longer. */
    lua_rawgeti(L, table, (int)n + 1);
    if (lua_isnil(L, -1)) {
      break;
    }
    luaL_checkstack(L, 4, NULL);
  }
  char *list = lua_newuserdata(L, (n + 1) * size);
  memset(list, 0, (n + 1) * size);
  for (size_t i = 0; i < n; i++) {
    luaL_checkstack(L, 4, NULL);
    lua_pushvalue(L, table + 1 + (int)i);
    if (strings) {
      read_text(L, field->name, list + i * size);
    } else if (lua_type(L, -1) != LUA_TTABLE) {
      refuse(L, field->name, "a list of tables");
    } else {
      read_record(L, lua_gettop(L), field->element, field->n_element, list + i * size);
    }
  }
  memcpy(record + field->offset, &list, sizeof list);
  memcpy(record + field->count_offset, &n, sizeof n);
}

/*
 * Reads the fields of a table into a record: the way back of push_fields. Whatever the record then points to stays on
 * the stack, since nothing else may hold it.
 */
static void read_record(lua_State *L, int table, const httpstatus_field *fields, size_t n, char *record)
{
  for (size_t i = 0; i < n; i++) {
    luaL_checkstack(L, 8, NULL);
    lua_getfield(L, table, fields[i].name);
    char *place = record + fields[i].offset;
    int number;
    if (lua_isnil(L, -1)) {
      continue;
    }
    switch (fields[i].type) {
    case HTTPSTATUS_FIELD_STRING:
      read_text(L, fields[i].name, place);
      break;
    case HTTPSTATUS_FIELD_WORD:
      read_word(L, &fields[i], place);
      break;
    case HTTPSTATUS_FIELD_STRINGS:
    case HTTPSTATUS_FIELD_LIST:
      read_list(L, &fields[i], record);
      break;
    default:
      if (!read_code(L, lua_gettop(L), &number)) {
        lua_pop(L, 1);
        refuse(L, fields[i].name, "an integer");
      }
      memcpy(place, &number, sizeof number);
    }
  }
}

/*
 * register(code, name, phrase, vendor [, fields]): adds a row to the copy of the registry in this module and gives back
 * its table; nil and a message for a row that may not be.
 */
static int l_register(lua_State *L)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  const httpstatus_row *added;
  httpstatus_row row = {.code = 0};
  lua_settop(L, 5);
  int code = check_code(L, 1);
  if (!lua_isnil(L, 5)) {
    luaL_checktype(L, 5, LUA_TTABLE);
    read_record(L, 5, fields, n, (char *)&row);
  }
  size_t lengths[3] = {0};
  row.code = code;
  row.name = luaL_checklstring(L, 2, &lengths[0]);
  row.phrase = luaL_optlstring(L, 3, NULL, &lengths[1]);
  row.vendor = luaL_checklstring(L, 4, &lengths[2]);
  int error = strlen(row.name) != lengths[0]                            ? HTTPSTATUS_E_ROW_NAME
              : row.phrase != NULL && strlen(row.phrase) != lengths[1] ? HTTPSTATUS_E_ROW_TEXT
              : strlen(row.vendor) != lengths[2]                        ? HTTPSTATUS_E_ROW_VENDOR
                                                                        : 0;
  error = error != 0 ? error : httpstatus_register(&row, sizeof row, &added);
  if (error != 0) {
    lua_pushnil(L);
    lua_pushstring(L, httpstatus_error_text(error));
    return 2;
  }
  /* A status table that was made tells of the row too, whoever holds it. */
  lua_pushinteger(L, code);
  lua_rawgeti(L, lua_upvalueindex(STATUSES), code);
  if (lua_istable(L, -1)) {
    fill_status(L, code, lua_gettop(L) - 1);
  }
  push_entry(L, added);
  return 1;
}

/* grpc_to_http(code): the status code for an RPC code, a number or a name; nil and a message for another one. */
static int l_grpc_to_http(lua_State *L)
{
  int number;
  if (lua_type(L, 1) == LUA_TSTRING && !lua_isnumber(L, 1)) {
    size_t length;
    const char *name = lua_tolstring(L, 1, &length);
    number = httpstatus_grpc_number(name, length);
  } else {
    number = check_code(L, 1);
  }
  int code = httpstatus_grpc_to_http(number);
  if (code < 0) {
    lua_pushnil(L);
    lua_pushstring(L, httpstatus_error_text(code));
    return 2;
  }
  lua_pushinteger(L, code);
  return 1;
}

static int l_http_to_grpc(lua_State *L)
{
  lua_pushstring(L, httpstatus_http_to_grpc(check_code(L, 1)));
  return 1;
}

/* A function that lists all records of a kind as tables: those with n fields_of_n, each next_record after the last. */
#define LIST_ALL(function, type, fields_of_n, next_record)    \
  static int function(lua_State *L)                           \
  {                                                           \
    size_t n;                                                 \
    const httpstatus_field *fields = fields_of_n;             \
    const type *record = NULL;                                \
    lua_newtable(L);                                          \
    for (int i = 1; (record = next_record) != NULL; i++) {    \
      push_record(L, fields, n, record);                      \
      lua_rawseti(L, -2, i);                                  \
    }                                                         \
    return 1;                                                 \
  }

LIST_ALL(l_grpc_codes, httpstatus_grpc_code, httpstatus_grpc_code_fields(&n), httpstatus_next_grpc_code(record))
LIST_ALL(l_grpc_guesses, httpstatus_grpc_guess, httpstatus_grpc_guess_fields(&n), httpstatus_next_grpc_guess(record))
/* What stands where a status code is due and is none. */
LIST_ALL(l_markers, httpstatus_marker, httpstatus_marker_fields(&n), httpstatus_next_marker(record))
LIST_ALL(l_retry_policies, httpstatus_retry_policy, httpstatus_retry_policy_fields(&n),
         httpstatus_next_retry_policy(record))

/* proxy_status_type(name): the table of an error type of Proxy-Status, or nil. */
static int l_proxy_status_type(lua_State *L)
{
  size_t length, n;
  const char *name = luaL_checklstring(L, 1, &length);
  const httpstatus_field *fields = httpstatus_proxy_error_fields(&n);
  const httpstatus_proxy_error *row = httpstatus_proxy_status_type(name, length);
  if (row == NULL) {
    lua_pushnil(L);
  } else {
    push_record(L, fields, n, row);
  }
  return 1;
}

/* proxy_status_types([code]): a list of all error types, or of those that recommend the status code. */
static int l_proxy_status_types(lua_State *L)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_proxy_error_fields(&n);
  const httpstatus_proxy_error *row = NULL;
  bool all = lua_isnoneornil(L, 1);
  int code = all ? 0 : check_code(L, 1), found = 0;
  lua_newtable(L);
  while ((row = httpstatus_next_proxy_error(row)) != NULL) {
    if (all || row->status == code) {
      push_record(L, fields, n, row);
      lua_rawseti(L, -2, ++found);
    }
  }
  return 1;
}

/* problem(code [, members]): a table of problem details, with the members that are given. */
static int l_problem(lua_State *L)
{
  size_t n;
  int code = check_code(L, 1);
  httpstatus_problem_members members = httpstatus_problem(code);
  const httpstatus_field *fields = httpstatus_problem_fields(&n);
  lua_settop(L, 2);
  push_record(L, fields, n, &members);
  push_number(L, code, 1);
  lua_setfield(L, 3, "status");
  if (lua_isnil(L, 2)) {
    return 1;
  }
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_getfield(L, 2, "status");
  luaL_argcheck(L, lua_isnil(L, -1), 2, "the member status is the code");
  lua_getfield(L, 2, "type");
  if (!lua_isnil(L, -1)) {
    lua_pushnil(L); /* The title tells what about:blank means, and another type has its own. */
    lua_setfield(L, 3, "title");
  }
  lua_pushnil(L);
  while (lua_next(L, 2) != 0) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, 3);
  }
  lua_settop(L, 3);
  return 1;
}

static int l_classify(lua_State *L)
{
  lua_pushstring(L, httpstatus_category_word(httpstatus_classify(check_code(L, 1))));
  return 1;
}

static int l_family(lua_State *L)
{
  lua_pushstring(L, httpstatus_family(check_code(L, 1)));
  return 1;
}

static int l_effective(lua_State *L)
{
  lua_pushinteger(L, httpstatus_effective(check_code(L, 1)));
  return 1;
}

static int l_reason(lua_State *L)
{
  lua_pushstring(L, httpstatus_reason(check_code(L, 1)));
  return 1;
}

/* status_line(code [, version]): the line without CRLF; nil and a message for a code or version it cannot take. */
static int l_status_line(lua_State *L)
{
  char line[160];
  int code = check_code(L, 1);
  size_t length;
  const char *version = luaL_optlstring(L, 2, "1.1", &length);
  int needed = length == 0 ? HTTPSTATUS_E_VERSION : httpstatus_status_line(code, version, length, line, sizeof line);
  if (needed < 0) {
    lua_pushnil(L);
    lua_pushstring(L, httpstatus_error_text(needed));
    return 2;
  }
  lua_pushlstring(L, line, (size_t)needed);
  return 1;
}

/* Lua's strings may hold NULs, so lengths count. */
static bool is_text(const char *constant, const char *text, size_t length)
{
  return strlen(constant) == length && memcmp(constant, text, length) == 0;
}

/* entry(code [, vendor]): the table of a row, the same one each time, or nil. */
static int l_entry(lua_State *L)
{
  int code = check_code(L, 1);
  size_t length;
  const char *vendor = luaL_optlstring(L, 2, "", &length);
  push_entry(L, httpstatus_entry(code, vendor, length));
  return 1;
}

/* entries([vendor]): a list of all rows, or of those of a vendor. */
static int l_entries(lua_State *L)
{
  size_t length;
  const char *vendor = luaL_optlstring(L, 1, NULL, &length);
  int n = 0;
  lua_newtable(L);
  for (const httpstatus_row *row = httpstatus_next(NULL); row != NULL; row = httpstatus_next(row)) {
    if (vendor == NULL || is_text(row->vendor, vendor, length)) {
      push_entry(L, row);
      lua_rawseti(L, -2, ++n);
    }
  }
  return 1;
}

static int l_vendors(lua_State *L)
{
  const char *vendor;
  lua_newtable(L);
  for (int i = 0; (vendor = httpstatus_vendor((size_t)i)) != NULL; i++) {
    lua_pushstring(L, vendor);
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

/* find(text): a list of the rows that are called so. */
static int l_find(lua_State *L)
{
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  size_t n = httpstatus_find(text, length, NULL, 0);
  const httpstatus_row **rows = lua_newuserdata(L, (n + 1) * sizeof *rows);
  httpstatus_find(text, length, rows, n);
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    push_entry(L, rows[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* search(text): a list of the rows that free text may mean, the best first. */
static int l_search(lua_State *L)
{
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  const httpstatus_row *rows[HTTPSTATUS_SEARCH_MAX];
  size_t n = httpstatus_search(text, length, rows, HTTPSTATUS_SEARCH_MAX);
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    push_entry(L, rows[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* nil, a message and a position, which counts from 1 as Lua does: what is wrong with a text. */
static int push_text_error(lua_State *L, int error, const char *text, size_t length, size_t position)
{
  char message[512];
  httpstatus_parse_message(error, text, length, position, message, sizeof message);
  lua_pushnil(L);
  lua_pushstring(L, message);
  lua_pushinteger(L, (lua_Integer)position + 1);
  return 3;
}

/* parse(text): a table with code, kind, and version and phrase where there are any; or nil and what is wrong. */
static int l_parse(lua_State *L)
{
  size_t length, position;
  const char *text = luaL_checklstring(L, 1, &length);
  httpstatus_parsed parsed;
  int error = httpstatus_parse(text, length, &parsed, &position);
  if (error != 0) {
    return push_text_error(L, error, text, length, position);
  }
  lua_createtable(L, 0, 4);
  lua_pushinteger(L, parsed.code);
  lua_setfield(L, -2, "code");
  set_string(L, "kind", httpstatus_parse_kind_word(parsed.kind));
  if (parsed.version != NULL) {
    lua_pushlstring(L, parsed.version, parsed.version_length);
    lua_setfield(L, -2, "version");
  }
  if (parsed.phrase != NULL) {
    lua_pushlstring(L, parsed.phrase, parsed.phrase_length);
    lua_setfield(L, -2, "phrase");
  }
  return 1;
}

/* content(code [, method]): the word for whether the response has content. */
static int l_content(lua_State *L)
{
  int code = check_code(L, 1);
  size_t length;
  const char *method = luaL_optlstring(L, 2, "", &length);
  lua_pushstring(L, httpstatus_content_rule_word(httpstatus_content(code, method, length)));
  return 1;
}

static int l_may_have_content(lua_State *L)
{
  int code = check_code(L, 1);
  size_t length;
  const char *method = luaL_optlstring(L, 2, "", &length);
  lua_pushboolean(L, httpstatus_may_have_content(code, method, length));
  return 1;
}

/* Reads a text out of the table of options, NULL for none. The table holds on to it. */
static const char *text_option(lua_State *L, int options, const char *name, size_t *length)
{
  *length = 0;
  lua_getfield(L, options, name);
  const char *text = lua_isnil(L, -1) ? NULL : lua_tolstring(L, -1, length);
  if (text == NULL && !lua_isnil(L, -1)) {
    luaL_argerror(L, options, lua_pushfstring(L, "%s is a string, not %s", name, luaL_typename(L, -1)));
  }
  lua_pop(L, 1);
  return text;
}

/* The options of explain and compare, from an optional table. False after nil and a message were pushed. */
static bool read_options(lua_State *L, int arg, httpstatus_explain_options *options)
{
  httpstatus_explain_options defaults = {.size = sizeof defaults};
  *options = defaults;
  if (lua_isnoneornil(L, arg)) {
    return true;
  }
  luaL_checktype(L, arg, LUA_TTABLE);
  options->vendor = text_option(L, arg, "vendor", &options->vendor_length);
  options->method = text_option(L, arg, "method", &options->method_length);
  lua_getfield(L, arg, "full");
  options->full = lua_toboolean(L, -1);
  lua_getfield(L, arg, "width");
  if (!lua_isnil(L, -1) && !read_code(L, lua_gettop(L), &options->width)) {
    luaL_argerror(L, arg, "width is an integer");
  }
  lua_settop(L, arg);
  size_t length;
  const char *word = text_option(L, arg, "format", &length);
  const char *wrong = NULL;
  if (word != NULL && httpstatus_format_from_word(word, length, &options->format) != 0) {
    wrong = "format";
  }
  word = text_option(L, arg, "role", &length);
  if (word != NULL && httpstatus_role_from_word(word, length, &options->role) != 0) {
    wrong = "role";
  }
  if (wrong != NULL) {
    lua_pushnil(L);
    lua_pushfstring(L, "%s: %s", wrong, httpstatus_error_text(HTTPSTATUS_E_WORD));
  }
  return wrong == NULL;
}

/* What is to be explained: a code or a text, or two codes. */
typedef struct question {
  const char *text; /* NULL for codes */
  size_t length;
  int code;
  int other;
  bool compare;
} question;

static int answer(const question *asked, const httpstatus_explain_options *options, char *buffer, size_t size,
                  size_t *position)
{
  if (asked->compare) {
    return httpstatus_compare(asked->code, asked->other, options, buffer, size);
  }
  return asked->text != NULL ? httpstatus_explain_text(asked->text, asked->length, options, buffer, size, position)
                             : httpstatus_explain(asked->code, options, buffer, size);
}

static int push_answer(lua_State *L, const question *asked, const httpstatus_explain_options *options)
{
  char local[4096];
  size_t position = (size_t)-1;
  int length = answer(asked, options, local, sizeof local, &position);
  if (length < 0 && position != (size_t)-1) {
    return push_text_error(L, length, asked->text, asked->length, position);
  }
  if (length < 0) {
    lua_pushnil(L);
    lua_pushstring(L, httpstatus_error_text(length));
    return 2;
  }
  char *buffer = local;
  if ((size_t)length >= sizeof local) {
    buffer = lua_newuserdata(L, (size_t)length + 1);
    answer(asked, options, buffer, (size_t)length + 1, &position);
  }
  lua_pushlstring(L, buffer, (size_t)length);
  return 1;
}

/* explain(x [, options]): the text; nil, a message and perhaps a position for an option or text that makes no sense. */
static int l_explain(lua_State *L)
{
  httpstatus_explain_options options;
  question asked = {NULL, 0, 0, 0, false};
  if (lua_type(L, 1) == LUA_TSTRING) {
    asked.text = lua_tolstring(L, 1, &asked.length);
  } else {
    asked.code = check_code(L, 1);
  }
  return read_options(L, 2, &options) ? push_answer(L, &asked, &options) : 2;
}

/* A code out of a number or of a text that parse takes. False after what to return was pushed. */
static bool read_side(lua_State *L, int arg, int *code)
{
  if (lua_type(L, arg) != LUA_TSTRING) {
    *code = check_code(L, arg);
    return true;
  }
  size_t length, position;
  const char *text = lua_tolstring(L, arg, &length);
  httpstatus_parsed parsed;
  int error = httpstatus_parse(text, length, &parsed, &position);
  if (error != 0) {
    push_text_error(L, error, text, length, position);
    return false;
  }
  *code = parsed.code;
  return true;
}

/* compare(a, b [, options]): the text, or what explain returns where something makes no sense. */
static int l_compare(lua_State *L)
{
  httpstatus_explain_options options;
  question asked = {NULL, 0, 0, 0, true};
  if (!read_side(L, 1, &asked.code) || !read_side(L, 2, &asked.other)) {
    return 3;
  }
  return read_options(L, 3, &options) ? push_answer(L, &asked, &options) : 2;
}

/* Options come as a table in the last argument, which may be left out. Pushes the one of that name, or nil. */
static void push_option(lua_State *L, int arg, const char *name)
{
  if (lua_isnoneornil(L, arg)) {
    lua_pushnil(L);
  } else {
    luaL_checktype(L, arg, LUA_TTABLE);
    lua_getfield(L, arg, name);
  }
}

/* The option of that name as a time, of which the whole seconds count: *seconds, or NULL if it is not there. */
static const int64_t *time_option(lua_State *L, int arg, const char *name, int64_t *seconds)
{
  push_option(L, arg, name);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    return NULL;
  }
  lua_Number number = lua_tonumber(L, -1);
  if (!lua_isnumber(L, -1) || number - number != 0) { /* Infinite or NaN. */
    luaL_argerror(L, arg, lua_pushfstring(L, "%s is a number of seconds, and finite", name));
  }
  if (number >= 9e18 || number <= -9e18) {
    *seconds = number > 0 ? INT64_MAX : INT64_MIN;
  } else {
    *seconds = (int64_t)number;
    *seconds -= (lua_Number)*seconds > number;
  }
  lua_pop(L, 1);
  return seconds;
}

/* parse_http_date(text [, {now =, ignore_case =}]): POSIX seconds, or nil, a message and a position as for parse. */
static int l_parse_http_date(lua_State *L)
{
  size_t length, position;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_settop(L, 2); /* What is pushed must not be taken for an argument that was left out. */
  int64_t now, seconds;
  httpstatus_date_options options = {.now = time_option(L, 2, "now", &now)};
  push_option(L, 2, "ignore_case");
  options.ignore_case = lua_toboolean(L, -1);
  int error = httpstatus_parse_http_date(text, length, &options, &seconds, &position);
  if (error != 0) {
    return push_text_error(L, error, text, length, position);
  }
  push_wide(L, seconds);
  return 1;
}

/* The lines of a field: none for nil, one for a string, and those of a list. They live in a userdata that is pushed. */
static const httpstatus_line *check_lines(lua_State *L, int at, int arg, size_t *n)
{
  bool list = lua_istable(L, at);
  *n = lua_isnoneornil(L, at) ? 0 : list ? lua_rawlen(L, at) : 1;
  httpstatus_line *lines = lua_newuserdata(L, (*n + 1) * sizeof *lines);
  if (*n > 0 && !list) {
    if (lua_type(L, at) != LUA_TSTRING && !lua_isnumber(L, at)) {
      luaL_argerror(L, arg, "string expected, or a list of them");
    }
    lines[0].text = lua_tolstring(L, at, &lines[0].length);
  }
  for (size_t i = 0; list && i < *n; i++) {
    lua_rawgeti(L, at, (int)i + 1);
    if (lua_type(L, -1) != LUA_TSTRING) { /* A number would become a string that nobody holds. */
      luaL_argerror(L, arg, "a list of strings expected");
    }
    lines[i].text = lua_tolstring(L, -1, &lines[i].length);
    lua_pop(L, 1);
  }
  return lines;
}

/* parse_retry_after(value [, {now =, date =}]): a table with form, and seconds where they are known. */
static int l_parse_retry_after(lua_State *L)
{
  size_t n_lines, n;
  lua_settop(L, 2);
  const httpstatus_line *lines = check_lines(L, 1, 1, &n_lines);
  int64_t now, date;
  const int64_t *given_now = time_option(L, 2, "now", &now);
  httpstatus_retry_after result =
    httpstatus_parse_retry_after(lines, n_lines, given_now, time_option(L, 2, "date", &date));
  const httpstatus_field *fields = httpstatus_retry_after_fields(&n);
  lua_createtable(L, 0, (int)n);
  push_fields(L, fields, n, &result);
  return 1;
}

/* Sets are tables that map each code in them to true, and have operators. Those read the table, whoever filled it. */
static const char set_metatable[] = "httpstatus.set";

/* What is asked of a set and is not there as it is: a number as text, such as that of ngx.var.status. */
static const char set_index_in_lua[] =
  "local rawget, tonumber = rawget, tonumber "
  "return function(set, code) return rawget(set, tonumber(code)) end";

static int push_set(lua_State *L, const httpstatus_set *set)
{
  lua_createtable(L, 0, httpstatus_set_count(set));
  for (int code = httpstatus_set_next(set, -1); code >= 0; code = httpstatus_set_next(set, code)) {
    lua_pushboolean(L, true);
    lua_rawseti(L, -2, code);
  }
  luaL_getmetatable(L, set_metatable);
  lua_setmetatable(L, -2);
  return 1;
}

static httpstatus_set check_set(lua_State *L, int arg)
{
  httpstatus_set set = {{0}};
  luaL_checktype(L, arg, LUA_TTABLE);
  for (int code = 0; code < HTTPSTATUS_SET_CODES; code++) {
    lua_rawgeti(L, arg, code);
    if (lua_toboolean(L, -1)) {
      httpstatus_set_add(&set, code);
    }
    lua_pop(L, 1);
  }
  return set;
}

static int l_set_union(lua_State *L)
{
  httpstatus_set a = check_set(L, 1), b = check_set(L, 2);
  a = httpstatus_set_union(&a, &b);
  return push_set(L, &a);
}

static int l_set_intersection(lua_State *L)
{
  httpstatus_set a = check_set(L, 1), b = check_set(L, 2);
  a = httpstatus_set_intersection(&a, &b);
  return push_set(L, &a);
}

static int l_set_difference(lua_State *L)
{
  httpstatus_set a = check_set(L, 1), b = check_set(L, 2);
  a = httpstatus_set_difference(&a, &b);
  return push_set(L, &a);
}

static int l_set_complement(lua_State *L)
{
  httpstatus_set set = check_set(L, 1);
  set = httpstatus_set_complement(&set);
  return push_set(L, &set);
}

static int l_set_equal(lua_State *L)
{
  httpstatus_set a = check_set(L, 1), b = check_set(L, 2);
  lua_pushboolean(L, httpstatus_set_equal(&a, &b));
  return 1;
}

static int l_set_count(lua_State *L)
{
  httpstatus_set set = check_set(L, 1);
  lua_pushinteger(L, httpstatus_set_count(&set));
  return 1;
}

static int l_set_text(lua_State *L)
{
  char text[HTTPSTATUS_SET_TEXT];
  httpstatus_set set = check_set(L, 1);
  lua_pushlstring(L, text, (size_t)httpstatus_set_text(&set, text, sizeof text));
  return 1;
}

static const luaL_Reg set_operators[] = {
  {"__add", l_set_union},
  {"__eq", l_set_equal},
  {"__len", l_set_count},
  {"__mul", l_set_intersection},
  {"__sub", l_set_difference},
  {"__tostring", l_set_text},
  {"__unm", l_set_complement},
  {NULL, NULL},
};

/* status_set(text): a table that maps each code of the set to true; or nil and what is wrong, as for parse. */
static int l_status_set(lua_State *L)
{
  size_t length, position;
  const char *text = luaL_checklstring(L, 1, &length);
  httpstatus_set set;
  int error = httpstatus_set_parse(text, length, &set, &position);
  return error == 0 ? push_set(L, &set) : push_text_error(L, error, text, length, position);
}

/* __index of a map: the value of the most specific key for a code, or of a key that is spelt otherwise than it was. */
static int l_map_index(lua_State *L)
{
  int code;
  if (lua_isnumber(L, 2)) {
    int slot = read_code(L, 2, &code) ? httpstatus_map_first(code) : -1;
    for (; slot >= 0; slot = httpstatus_map_next(slot)) {
      lua_rawgeti(L, lua_upvalueindex(1), slot);
      if (!lua_isnil(L, -1)) {
        return 1;
      }
    }
  } else if (lua_type(L, 2) == LUA_TSTRING) {
    size_t length;
    const char *key = lua_tolstring(L, 2, &length);
    int slot = httpstatus_map_key(key, length, NULL);
    if (slot >= 0) {
      lua_rawgeti(L, lua_upvalueindex(1), slot);
      return 1;
    }
  }
  return 0;
}

/* status_map(values): a copy of the table that answers for every code; or nil and what is wrong with a key. */
static int l_status_map(lua_State *L)
{
  enum { GIVEN = 1, MAP, SLOTS };
  luaL_checktype(L, GIVEN, LUA_TTABLE);
  lua_settop(L, GIVEN);
  lua_newtable(L);
  lua_newtable(L);
  for (lua_pushnil(L); lua_next(L, GIVEN) != 0; lua_pop(L, 1)) {
    size_t length, position;
    lua_pushvalue(L, -2); /* A number that is made text in its place would end the walk. */
    const char *key = lua_tolstring(L, -1, &length);
    luaL_argcheck(L, key != NULL, GIVEN, "the keys of a map are strings and numbers");
    int slot = httpstatus_map_key(key, length, &position);
    if (slot < 0) {
      return push_text_error(L, slot, key, length, position);
    }
    lua_rawgeti(L, SLOTS, slot);
    if (!lua_isnil(L, -1)) {
      lua_pushnil(L);
      lua_pushfstring(L, "the key %s is there twice", key);
      return 2;
    }
    lua_pushvalue(L, -3);
    lua_rawseti(L, SLOTS, slot);
    lua_pop(L, 2);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, MAP);
  }
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, SLOTS);
  lua_pushcclosure(L, l_map_index, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, MAP);
  lua_settop(L, MAP);
  return 1;
}

/* Field lines. If they come from a table by name, a finding is told by name, else by position. */
typedef struct field_lines {
  httpstatus_field_line *lines;
  size_t n;
  bool by_name;
  bool merged; /* each name has a string, into which several lines may have gone */
} field_lines;

/* The string on top of the stack, which its table keeps alive, so it is taken off. */
static const char *take_part(lua_State *L, int arg, size_t *length)
{
  if (lua_type(L, -1) != LUA_TSTRING) {
    luaL_argerror(L, arg, "a field is a pair of strings; in a table by name, values are strings or lists of them");
  }
  const char *text = lua_tolstring(L, -1, length);
  lua_pop(L, 1);
  return text;
}

/* A list of pairs. */
static void read_pairs(lua_State *L, int arg, int index, field_lines *found)
{
  found->n = lua_rawlen(L, index);
  found->lines = lua_newuserdata(L, (found->n + 1) * sizeof *found->lines);
  for (size_t i = 0; i < found->n; i++) {
    httpstatus_field_line *line = &found->lines[i];
    lua_rawgeti(L, index, (int)i + 1);
    if (!lua_istable(L, -1)) {
      luaL_argerror(L, arg, "a list of pairs of strings expected");
    }
    lua_rawgeti(L, -1, 1);
    line->name = take_part(L, arg, &line->name_length);
    lua_rawgeti(L, -1, 2);
    line->value = take_part(L, arg, &line->value_length);
    lua_pop(L, 1);
  }
}

static int compare_names(const void *a, const void *b)
{
  const httpstatus_field_line *x = a, *y = b;
  size_t shorter = x->name_length < y->name_length ? x->name_length : y->name_length;
  int order = memcmp(x->name, y->name, shorter);
  return order != 0 ? order : (x->name_length > y->name_length) - (x->name_length < y->name_length);
}

/* A table by name; a value is a string, or a list of strings for several lines. Names are sorted, as no table is. */
static void read_named(lua_State *L, int arg, int index, field_lines *found)
{
  size_t n_names = 0, n = 0;
  found->by_name = found->merged = true;
  for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
    n_names++;
    n += lua_istable(L, -1) ? lua_rawlen(L, -1) : 1;
  }
  httpstatus_field_line *names = lua_newuserdata(L, (n_names + n + 1) * sizeof *names);
  found->lines = names + n_names;
  n_names = 0;
  for (lua_pushnil(L); lua_next(L, index) != 0;) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    names[n_names].name = take_part(L, arg, &names[n_names].name_length);
    n_names++;
  }
  qsort(names, n_names, sizeof *names, compare_names);
  for (size_t i = 0; i < n_names; i++) {
    lua_pushlstring(L, names[i].name, names[i].name_length);
    lua_rawget(L, index);
    bool list = lua_istable(L, -1);
    found->merged = found->merged && !list;
    size_t values = list ? lua_rawlen(L, -1) : 1;
    for (size_t j = 0; j < values; j++) {
      httpstatus_field_line *line = &found->lines[found->n++];
      *line = names[i];
      if (list) {
        lua_rawgeti(L, -1, (int)j + 1);
      } else {
        lua_pushvalue(L, -1);
      }
      line->value = take_part(L, arg, &line->value_length);
    }
    lua_pop(L, 1);
  }
}

static field_lines check_field_lines(lua_State *L, int arg, int index)
{
  field_lines found = {NULL, 0, false, false};
  if (!lua_istable(L, index)) {
    luaL_argerror(L, arg, lua_pushfstring(L, "fields are a table, not %s", luaL_typename(L, index)));
  }
  luaL_checkstack(L, 8, NULL);
  lua_rawgeti(L, index, 1);
  bool pairs = lua_istable(L, -1);
  lua_pop(L, 1);
  if (pairs) {
    read_pairs(L, arg, index, &found);
  } else {
    read_named(L, arg, index, &found);
  }
  return found;
}

/*
 * The options below leave what they push on the stack, since that holds the text they give. Pushes what is at name, and
 * reads it as a text; NULL if it is not there.
 */
static const char *string_option(lua_State *L, int arg, const char *name, size_t *length)
{
  push_option(L, arg, name);
  *length = 0;
  if (lua_isnil(L, -1)) {
    return NULL;
  }
  if (lua_type(L, -1) != LUA_TSTRING) {
    luaL_argerror(L, arg, lua_pushfstring(L, "%s is a string, not %s", name, luaL_typename(L, -1)));
  }
  return lua_tolstring(L, -1, length);
}

static bool version_option(lua_State *L, const char *name, httpstatus_lint_version *version)
{
  size_t length;
  const char *word = string_option(L, 3, name, &length);
  if (word == NULL || httpstatus_lint_version_from_word(word, length, version) == 0) {
    return true;
  }
  lua_pushnil(L);
  lua_pushfstring(L, "%s is \"1.0\", \"1.1\", \"2\" or \"3\"", name);
  return false;
}

/* Reads (code, fields [, options]). Otherwise pushes nil and a message, and perhaps a position; *pushed is how many. */
static bool read_lint_call(lua_State *L, httpstatus_lint_head *head, httpstatus_lint_set *rules, bool *by_name,
                           int *pushed)
{
  lua_settop(L, 3);
  luaL_checkstack(L, 32, NULL);
  int code = check_code(L, 1);
  field_lines fields = check_field_lines(L, 2, 2);
  *head = (httpstatus_lint_head){
    .size = sizeof *head,
    .status = code,
    .lines = fields.lines,
    .n_lines = fields.n,
    .merged = fields.merged,
  };
  *by_name = fields.by_name;
  head->method = string_option(L, 3, "method", &head->method_length);
  push_option(L, 3, "request_fields");
  head->request_known = !lua_isnil(L, -1);
  if (head->request_known) {
    field_lines request = check_field_lines(L, 3, lua_gettop(L));
    head->request_lines = request.lines;
    head->n_request_lines = request.n;
  }
  *pushed = 2;
  if (!version_option(L, "version", &head->version) || !version_option(L, "request_version", &head->request_version)) {
    return false;
  }
  size_t length, position;
  httpstatus_lint_profile profile = HTTPSTATUS_LINT_PROFILE_WIRE;
  const char *word = string_option(L, 3, "profile", &length);
  if (word != NULL && httpstatus_lint_profile_from_word(word, length, &profile) < 0) {
    lua_pushnil(L);
    lua_pushliteral(L, "profile is \"wire\" or \"app\"");
    return false;
  }
  push_option(L, 3, "pedantic");
  bool pedantic = lua_toboolean(L, -1);
  const char *text = string_option(L, 3, "rules", &length);
  int error = httpstatus_lint_select(profile, pedantic, text, text == NULL ? 0 : length, rules, &position);
  if (error != 0) {
    *pushed = push_text_error(L, error, text, length, position);
    return false;
  }
  return true;
}

static void push_finding(lua_State *L, const httpstatus_lint_finding *finding, const httpstatus_lint_head *head,
                         bool by_name)
{
  char message[HTTPSTATUS_LINT_MESSAGE_SIZE];
  httpstatus_lint_message(finding, head, message, sizeof message);
  lua_createtable(L, 0, 5);
  set_string(L, "rule", finding->rule->id);
  set_string(L, "severity", httpstatus_lint_severity_word(finding->severity));
  set_string(L, "message", message);
  set_string(L, "section", finding->rule->sections);
  if (finding->line != HTTPSTATUS_LINT_NO_LINE) {
    if (by_name) {
      lua_pushlstring(L, head->lines[finding->line].name, head->lines[finding->line].name_length);
    } else {
      lua_pushinteger(L, (lua_Integer)finding->line + 1);
    }
    lua_setfield(L, -2, "field");
  }
}

/*
 * lint(code, fields [, options]): a list of what is wrong with a head: rule, severity, message, section, and field
 * where it is about one. nil and a message for options that make no sense.
 */
static int l_lint(lua_State *L)
{
  httpstatus_lint_head head;
  httpstatus_lint_set rules;
  bool by_name;
  int pushed;
  if (!read_lint_call(L, &head, &rules, &by_name, &pushed)) {
    return pushed;
  }
  size_t n = (size_t)httpstatus_lint(&head, &rules, NULL, 0);
  httpstatus_lint_finding *findings = lua_newuserdata(L, (n + 1) * sizeof *findings);
  httpstatus_lint(&head, &rules, findings, n);
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    push_finding(L, &findings[i], &head, by_name);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* lint_skipped(code, fields [, options]): a list of the rules that could not be decided: rule, and input it lacked. */
static int l_lint_skipped(lua_State *L)
{
  httpstatus_lint_head head;
  httpstatus_lint_set rules;
  bool by_name;
  int pushed;
  if (!read_lint_call(L, &head, &rules, &by_name, &pushed)) {
    return pushed;
  }
  size_t n = (size_t)httpstatus_lint_skipped(&head, &rules, NULL, 0);
  httpstatus_lint_skip *skips = lua_newuserdata(L, (n + 1) * sizeof *skips);
  httpstatus_lint_skipped(&head, &rules, skips, n);
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    lua_createtable(L, 0, 2);
    set_string(L, "rule", skips[i].rule->id);
    set_string(L, "input", httpstatus_lint_input_word(skips[i].input));
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* lint_rules(): a list of the rules in the order in which findings are told. */
static int l_lint_rules(lua_State *L)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_lint_rule_fields(&n);
  const httpstatus_lint_rule *rule;
  lua_newtable(L);
  for (int i = 0; (rule = httpstatus_lint_rule_at((size_t)i)) != NULL; i++) {
    lua_createtable(L, 0, (int)n);
    push_fields(L, fields, n, rule);
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

static bool flag_option(lua_State *L, int arg, const char *name)
{
  push_option(L, arg, name);
  return lua_toboolean(L, -1);
}

static httpstatus_told told_option(lua_State *L, int arg, const char *name)
{
  push_option(L, arg, name);
  return lua_isnil(L, -1) ? HTTPSTATUS_TOLD_NOT_GIVEN : lua_toboolean(L, -1) ? HTTPSTATUS_TOLD_YES : HTTPSTATUS_TOLD_NO;
}

/* False if it is not there. */
static bool int_option(lua_State *L, int arg, const char *name, int *value)
{
  push_option(L, arg, name);
  if (!lua_isnil(L, -1) && !read_code(L, lua_gettop(L), value)) {
    luaL_argerror(L, arg, lua_pushfstring(L, "%s is an integer", name));
  }
  return !lua_isnil(L, -1);
}

static const httpstatus_line *lines_option(lua_State *L, int arg, const char *name, size_t *n)
{
  push_option(L, arg, name);
  return lua_isnil(L, -1) ? NULL : check_lines(L, lua_gettop(L), arg, n);
}

/* A set of codes, as a table or as text; an argument error if it is none. */
static const httpstatus_set *set_option(lua_State *L, int arg, const char *name, httpstatus_set *set)
{
  push_option(L, arg, name);
  if (lua_istable(L, -1)) {
    *set = check_set(L, lua_gettop(L));
    return set;
  }
  size_t length;
  const char *text = string_option(L, arg, name, &length);
  int error = text == NULL ? 0 : httpstatus_set_parse(text, length, set, NULL);
  if (error != 0) {
    luaL_argerror(L, arg, lua_pushfstring(L, "%s: %s", name, httpstatus_error_text(error)));
  }
  return text == NULL ? NULL : set;
}

static const httpstatus_field_line *fields_option(lua_State *L, int arg, const char *name, size_t *n)
{
  push_option(L, arg, name);
  if (lua_isnil(L, -1)) {
    return NULL;
  }
  field_lines fields = check_field_lines(L, arg, lua_gettop(L));
  *n = fields.n;
  return fields.lines;
}

/* Room for what a line is made of: a label, and texts of callers that are cut. The longest source is far shorter. */
enum { LINE = 1024 };

/*
 * retry(code [, method [, options]]): whether the request may be sent again, and the details. nil and a message for a
 * vendor or policy that there is not.
 */
static int l_retry(lua_State *L)
{
  int code = check_code(L, 1), max_retries;
  size_t length, n;
  int64_t now, date;
  httpstatus_set statuses;
  httpstatus_retry_options options = {.size = sizeof options};
  httpstatus_retry_result result;
  lua_settop(L, 3);
  const char *method = luaL_optlstring(L, 2, "", &length);
  if (!lua_isnil(L, 3)) {
    luaL_checkstack(L, 32, NULL);
    options.retry_after = lines_option(L, 3, "retry_after", &options.n_retry_after);
    options.fields = fields_option(L, 3, "fields", &options.n_fields);
    options.now = time_option(L, 3, "now", &now);
    options.date = time_option(L, 3, "date", &date);
    int_option(L, 3, "retries_made", &options.retries_made);
    options.max_retries = int_option(L, 3, "max_retries", &max_retries) ? &max_retries : NULL;
    options.repeatable = flag_option(L, 3, "repeatable");
    options.proxy = flag_option(L, 3, "proxy");
    options.early_data = told_option(L, 3, "early_data");
    options.user_action = told_option(L, 3, "user_action");
    options.vendor = string_option(L, 3, "vendor", &options.vendor_length);
    options.policy = string_option(L, 3, "policy", &options.policy_length);
    options.statuses = set_option(L, 3, "statuses", &statuses);
  }
  int verdict = httpstatus_retry(code, method, length, &options, &result);
  if (verdict < 0) {
    lua_pushnil(L);
    lua_pushstring(L, httpstatus_error_text(verdict));
    return 2;
  }
  char line[LINE];
  const httpstatus_field *fields = httpstatus_retry_fields(&n);
  lua_pushboolean(L, verdict == HTTPSTATUS_VERDICT_YES);
  push_record(L, fields, n, &result);
  httpstatus_retry_reason(code, method, length, &options, line, sizeof line);
  set_string(L, "reason", line);
  return 2;
}

/* redirect(code [, method [, options]]): whether to follow, and the details; nil and a message for a wrong policy. */
static int l_redirect(lua_State *L)
{
  int code = check_code(L, 1);
  size_t length, n;
  int64_t now, date;
  httpstatus_redirect_options options = {.size = sizeof options};
  httpstatus_redirect_result result;
  lua_settop(L, 3);
  const char *method = luaL_optlstring(L, 2, "", &length);
  if (!lua_isnil(L, 3)) {
    luaL_checkstack(L, 32, NULL);
    size_t word_length;
    const char *word = string_option(L, 3, "policy", &word_length);
    if (word != NULL && httpstatus_redirect_policy_from_word(word, word_length, &options.policy) != 0) {
      lua_pushnil(L);
      lua_pushfstring(L, "policy: %s", httpstatus_error_text(HTTPSTATUS_E_WORD));
      return 2;
    }
    push_option(L, 3, "location");
    if (lua_isboolean(L, -1)) {
      options.no_location = !lua_toboolean(L, -1);
    } else {
      options.location = string_option(L, 3, "location", &options.location_length);
    }
    options.retry_after = lines_option(L, 3, "retry_after", &options.n_retry_after);
    options.fields = fields_option(L, 3, "fields", &options.n_fields);
    options.now = time_option(L, 3, "now", &now);
    options.date = time_option(L, 3, "date", &date);
    options.not_replayable = told_option(L, 3, "replayable") == HTTPSTATUS_TOLD_NO;
  }
  httpstatus_action action = httpstatus_redirect(code, method, length, &options, &result);
  char line[LINE];
  const httpstatus_field *fields = httpstatus_redirect_fields(&n);
  lua_pushboolean(L, action == HTTPSTATUS_ACTION_FOLLOW);
  push_record(L, fields, n, &result);
  httpstatus_redirect_reason(code, method, length, &options, line, sizeof line);
  set_string(L, "reason", line);
  return 2;
}

/* cacheability(code, method, fields [, options]): whether the response may be stored, and the details. */
static int l_cacheability(lua_State *L)
{
  int code = check_code(L, 1);
  size_t length, n;
  int64_t received_at;
  httpstatus_set understands;
  httpstatus_cache_options options = {.size = sizeof options};
  httpstatus_cache_result result;
  lua_settop(L, 4);
  luaL_checkstack(L, 32, NULL);
  const char *method = luaL_optlstring(L, 2, "", &length);
  field_lines found = {NULL, 0, false, false};
  if (!lua_isnil(L, 3)) {
    found = check_field_lines(L, 3, 3);
  }
  options.shared = flag_option(L, 4, "shared");
  options.content_location_is_target = flag_option(L, 4, "content_location_is_target");
  options.request_authorized = told_option(L, 4, "request_authorized");
  options.understands = set_option(L, 4, "understands", &understands);
  options.received_at = time_option(L, 4, "received_at", &received_at);
  httpstatus_storable storable = httpstatus_cacheability(code, method, length, found.lines, found.n, &options, &result);
  const httpstatus_field *fields = httpstatus_cacheability_fields(&n);
  lua_pushboolean(L, storable == HTTPSTATUS_STORABLE_YES);
  push_record(L, fields, n, &result);

  /* There is a line for each field that plays no part, so no buffer is large enough for all. */
  int needed = httpstatus_cacheability_reasons(code, method, length, found.lines, found.n, &options, NULL, 0);
  char *text = lua_newuserdata(L, (size_t)needed + 1);
  httpstatus_cacheability_reasons(code, method, length, found.lines, found.n, &options, text, (size_t)needed + 1);
  lua_newtable(L);
  for (int i = 1; text != NULL; i++) {
    char *end = strchr(text, '\n');
    lua_pushlstring(L, text, end == NULL ? strlen(text) : (size_t)(end - text));
    lua_rawseti(L, -2, i);
    text = end == NULL ? NULL : end + 1;
  }
  lua_remove(L, -2);
  lua_setfield(L, -2, "reasons");
  return 2;
}

static int l_method(lua_State *L)
{
  size_t length, n;
  const char *name = luaL_checklstring(L, 1, &length);
  httpstatus_method_info info = httpstatus_method(name, length);
  const httpstatus_field *fields = httpstatus_method_fields(&n);
  lua_createtable(L, 0, (int)n);
  push_fields(L, fields, n, &info);
  return 1;
}

static int l_data_edition(lua_State *L)
{
  size_t n;
  httpstatus_edition edition = httpstatus_data_edition();
  const httpstatus_field *fields = httpstatus_edition_fields(&n);
  lua_createtable(L, 0, (int)n);
  push_fields(L, fields, n, &edition);
  return 1;
}

/* A list of descriptors: name, type, words, element_name and element, the last three only where the type has them. */
static void push_descriptors(lua_State *L, const httpstatus_field *fields, size_t n)
{
  luaL_checkstack(L, 6, NULL);
  lua_createtable(L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    lua_createtable(L, 0, 5);
    set_string(L, "name", fields[i].name);
    set_string(L, "type", httpstatus_field_type_word(fields[i].type));
    set_string(L, "element_name", fields[i].element_name);
    if (fields[i].type == HTTPSTATUS_FIELD_WORD) {
      lua_createtable(L, (int)fields[i].n_words, 0);
      for (size_t j = 0; j < fields[i].n_words; j++) {
        lua_pushstring(L, fields[i].words[j]);
        lua_rawseti(L, -2, (int)j + 1);
      }
      lua_setfield(L, -2, "words");
    }
    if (fields[i].type == HTTPSTATUS_FIELD_LIST) {
      push_descriptors(L, fields[i].element, fields[i].n_element);
      lua_setfield(L, -2, "element");
    }
    lua_rawseti(L, -2, (int)i + 1);
  }
}

static int l_fields(lua_State *L)
{
  size_t n;
  const httpstatus_field *fields = httpstatus_row_fields(&n);
  push_descriptors(L, fields, n);
  return 1;
}

/* Is name the name or a former name of the registered row? */
static bool is_named(const httpstatus_row *row, const char *name, size_t length)
{
  bool found = is_text(row->name, name, length);
  for (size_t i = 0; i < row->n_aliases && !found; i++) {
    found = is_text(row->aliases[i], name, length);
  }
  return found;
}

/* __index of the module: the registered names are constants, found on first use and then kept in the module. */
static int l_constant(lua_State *L)
{
  luaL_checktype(L, 1, LUA_TTABLE); /* It can be called by hand, with anything. */
  if (lua_type(L, 2) != LUA_TSTRING) {
    return 0;
  }
  size_t length;
  const char *name = lua_tolstring(L, 2, &length);
  const httpstatus_row *row = httpstatus_next(NULL);
  while (row != NULL && (row->registration == HTTPSTATUS_REGISTRATION_UNOFFICIAL || !is_named(row, name, length))) {
    row = httpstatus_next(row);
  }
  if (row == NULL) {
    return 0;
  }
  lua_pushinteger(L, row->code);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 1);
  return 1;
}

/* Pushes a count, which may be more than the integers of an older Lua hold. */
static void push_count(lua_State *L, uint64_t value)
{
#if LUA_VERSION_NUM >= 503
  lua_pushinteger(L, (lua_Integer)value);
#else
  lua_pushnumber(L, (lua_Number)value);
#endif
}

static void set_count(lua_State *L, const char *name, uint64_t value)
{
  push_count(L, value);
  lua_setfield(L, -2, name);
}

/* Sets what follows from counts of codes in the table on top: counts, categories, total and error_rate. */
static void set_counts(lua_State *L, const uint64_t *codes)
{
  uint64_t categories[HTTPSTATUS_BULK_CATEGORIES] = {0}, total = 0, errors = 0;
  lua_newtable(L);
  for (int code = 0; code < HTTPSTATUS_BULK_CODES; code++) {
    if (codes[code] > 0) {
      push_count(L, codes[code]);
      lua_rawseti(L, -2, code);
      categories[httpstatus_classify(code)] += codes[code];
      total += codes[code];
      errors += httpstatus_is_error(code) ? codes[code] : 0;
    }
  }
  lua_setfield(L, -2, "counts");
  lua_newtable(L);
  for (int i = 0; i < HTTPSTATUS_BULK_CATEGORIES; i++) {
    if (categories[i] > 0) {
      set_count(L, httpstatus_category_word((httpstatus_category)i), categories[i]);
    }
  }
  lua_setfield(L, -2, "categories");
  set_count(L, "total", total);
  lua_pushnumber(L, total == 0 ? 0 : (lua_Number)errors / (lua_Number)total);
  lua_setfield(L, -2, "error_rate");
}

/* Codes as bulk.h takes them: those of a packed string, or one by one out of a list. */
typedef struct codes {
  const void *packed; /* NULL for a list */
  size_t width;
  size_t n;
} codes;

static codes check_codes(lua_State *L)
{
  codes are = {NULL, sizeof(int32_t), 0};
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t length;
    are.packed = lua_tolstring(L, 1, &length);
    lua_Number width = luaL_optnumber(L, 2, 2);
    luaL_argcheck(L, width == 2 || width == 4 || width == 8, 2, httpstatus_error_text(HTTPSTATUS_E_BULK_WIDTH));
    are.width = (size_t)width;
    luaL_argcheck(L, length % are.width == 0, 1, "the string does not end behind an integer");
    are.n = length / are.width;
  } else {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_getfield(L, 1, "n"); /* As table.pack sets it; "#" need not tell the end of a list with nils in it. */
#if LUA_VERSION_NUM >= 502
    are.n = (size_t)lua_rawlen(L, 1);
#else
    are.n = (size_t)lua_objlen(L, 1);
#endif
    if (lua_type(L, -1) == LUA_TNUMBER) {
      lua_Number n = lua_tonumber(L, -1);
      luaL_argcheck(L, n >= 0 && n <= INT_MAX, 1, "n is no length");
      are.n = (size_t)n;
    }
    lua_pop(L, 1);
  }
  return are;
}

/* Element i of the list, from 0. False for nil. */
static bool element_of(lua_State *L, size_t i, int32_t *code)
{
  int value = 0;
  lua_rawgeti(L, 1, (int)i + 1);
  bool there = !lua_isnil(L, -1);
  if (there && !read_code(L, -1, &value)) {
    const char *message = lua_pushfstring(L, "element %d: %s", (int)i + 1, lua_tostring(L, -1));
    luaL_argerror(L, 1, message);
  }
  *code = value;
  lua_pop(L, 1);
  return there;
}

enum { PIECE = 1024 };

/* Takes the next piece of the list, at most PIECE codes from i on. Nulls are told in valid. */
static size_t next_piece(lua_State *L, const codes *are, size_t i, int32_t *piece, uint8_t *valid)
{
  size_t n = 0;
  memset(valid, 0xFF, PIECE / 8);
  for (; n < PIECE && i + n < are->n; n++) {
    if (!element_of(L, i + n, &piece[n])) {
      valid[n / 8] &= (uint8_t)~(1u << n % 8);
    }
  }
  return n;
}

/*
 * count_codes(list or packed string [, width]): how often each code occurs. In a list nil is a null, up to the length
 * that its field n or "#" tells; a packed string has native integers of width bytes, 2 if left out.
 */
static int l_count_codes(lua_State *L)
{
  codes are = check_codes(L);
  httpstatus_code_counts counts = {.out_of_range = 0};
  int32_t piece[PIECE];
  uint8_t valid[PIECE / 8];
  if (are.packed != NULL) {
    httpstatus_count_codes(are.packed, are.width, are.n, NULL, 0, &counts);
  }
  for (size_t i = 0; are.packed == NULL && i < are.n; i += PIECE) {
    httpstatus_count_codes(piece, are.width, next_piece(L, &are, i, piece, valid), valid, 0, &counts);
  }
  lua_createtable(L, 0, 6);
  set_counts(L, counts.codes);
  set_count(L, "out_of_range", counts.out_of_range);
  set_count(L, "nulls", counts.nulls);
  return 1;
}

/* count_categories(the same): category -> number, and the number of nulls. */
static int l_count_categories(lua_State *L)
{
  codes are = check_codes(L);
  uint64_t counts[HTTPSTATUS_BULK_CATEGORIES] = {0}, nulls = 0;
  int32_t piece[PIECE];
  uint8_t valid[PIECE / 8];
  if (are.packed != NULL) {
    httpstatus_count_categories(are.packed, are.width, are.n, NULL, 0, counts, NULL);
  }
  for (size_t i = 0; are.packed == NULL && i < are.n; i += PIECE) {
    httpstatus_count_categories(piece, are.width, next_piece(L, &are, i, piece, valid), valid, 0, counts, &nulls);
  }
  lua_newtable(L);
  for (int i = 0; i < HTTPSTATUS_BULK_CATEGORIES; i++) {
    if (counts[i] > 0) {
      set_count(L, httpstatus_category_word((httpstatus_category)i), counts[i]);
    }
  }
  push_count(L, nulls);
  return 2;
}

/* classify_codes(the same): the number of each category, as a string of bytes for a string and as a list for a list. */
static int l_classify_codes(lua_State *L)
{
  codes are = check_codes(L);
  int32_t piece[PIECE];
  uint8_t valid[PIECE / 8], categories[PIECE];
  if (are.packed != NULL) {
    uint8_t *bytes = lua_newuserdata(L, are.n + 1);
    httpstatus_classify_codes(are.packed, are.width, are.n, NULL, 0, bytes);
    lua_pushlstring(L, (const char *)bytes, are.n);
    return 1;
  }
  lua_createtable(L, (int)are.n, 0);
  for (size_t i = 0; i < are.n; i += PIECE) {
    size_t n = next_piece(L, &are, i, piece, valid);
    httpstatus_classify_codes(piece, are.width, n, valid, 0, categories);
    for (size_t j = 0; j < n; j++) {
      lua_pushinteger(L, categories[j]);
      lua_rawseti(L, -2, (int)(i + j) + 1);
    }
  }
  return 1;
}

/* The C file in a file of Lua; an argument error if it is something else, or closed. */
static FILE *check_file(lua_State *L, int index)
{
  luaL_getmetatable(L, LUA_FILEHANDLE);
  bool is_file = lua_getmetatable(L, index) != 0 && lua_rawequal(L, -1, -2);
  luaL_argcheck(L, is_file, 1, "file is no open file");
#if LUA_VERSION_NUM >= 502
  const luaL_Stream *stream = lua_touserdata(L, index);
  FILE *file = stream->closef == NULL ? NULL : stream->f;
#else
  FILE *file = *(FILE **)lua_touserdata(L, index);
#endif
  luaL_argcheck(L, file != NULL, 1, "file is no open file");
  return file;
}

enum { CHUNK = 256 * 1024 };

/* Feeds a file to its end. Returns an error of the library, or 1 for one of the system, which errno tells. */
static int feed_file(httpstatus_tally *tally, FILE *file, char *buffer)
{
  size_t n;
  errno = 0;
  while ((n = fread(buffer, 1, CHUNK, file)) > 0) {
    int error = httpstatus_tally_feed(tally, buffer, n);
    if (error != 0) {
      return error;
    }
  }
  return ferror(file) ? 1 : httpstatus_tally_finish(tally);
}

static int fail(lua_State *L, const char *what, const char *message)
{
  lua_pushnil(L);
  lua_pushfstring(L, "%s%s%s", what == NULL ? "" : what, what == NULL ? "" : ": ", message);
  return 2;
}

static void push_tally(lua_State *L, const httpstatus_tally *tally)
{
  char format[HTTPSTATUS_TALLY_FORMAT];
  lua_createtable(L, 0, 12);
  set_counts(L, tally->counts);
  set_count(L, "lines", tally->lines);
  set_count(L, "bytes", tally->bytes);
  set_count(L, "no_status", tally->no_status);
  set_count(L, "recovered", tally->recovered);
  set_count(L, "unparsed", tally->unparsed);
  set_count(L, "blank", tally->blank);
  lua_newtable(L);
  for (int i = 0; i < HTTPSTATUS_TALLY_OFFSETS && (uint64_t)i < tally->unparsed; i++) {
    push_count(L, tally->unparsed_at[i]);
    lua_rawseti(L, -2, i + 1);
  }
  lua_setfield(L, -2, "unparsed_at");
  httpstatus_tally_format(tally, format, sizeof format);
  set_string(L, "format", format);
}

/*
 * tally{path = ... or file = ... or text = ..., format = ...}: the statuses in a log, line by line. nil and a message
 * for a file that cannot be read, a format that is none, and a log that is no text.
 */
static int l_tally(lua_State *L)
{
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_getfield(L, 1, "format");
  lua_getfield(L, 1, "path");
  lua_getfield(L, 1, "file");
  lua_getfield(L, 1, "text");
  enum { FORMAT = 2, PATH, HANDLE, TEXT };
  luaL_argcheck(L, lua_isnil(L, PATH) + lua_isnil(L, HANDLE) + lua_isnil(L, TEXT) == 2, 1,
                "one of path, file and text is due");
  size_t length;
  const char *format = luaL_optlstring(L, FORMAT, "auto", &length);
  const char *path = luaL_optlstring(L, PATH, NULL, NULL);
  httpstatus_tally *tally = lua_newuserdata(L, sizeof *tally);
  int error = httpstatus_tally_init(tally, format, length);
  if (error != 0) {
    return fail(L, NULL, httpstatus_error_text(error));
  }
  if (!lua_isnil(L, TEXT)) {
    const char *text = luaL_checklstring(L, TEXT, &length);
    error = httpstatus_tally_feed(tally, text, length);
    error = error == 0 ? httpstatus_tally_finish(tally) : error;
  } else {
    /* Nothing between opening and closing raises. */
    char *buffer = lua_newuserdata(L, CHUNK);
    FILE *file = path == NULL ? check_file(L, HANDLE) : fopen(path, "rb");
    error = file == NULL ? 1 : feed_file(tally, file, buffer);
    int reason = errno;
    if (path != NULL && file != NULL) {
      fclose(file);
    }
    errno = reason;
  }
  if (error != 0) {
    return fail(L, path, error == 1 ? strerror(errno) : httpstatus_error_text(error));
  }
  push_tally(L, tally);
  return 1;
}

static const luaL_Reg functions[] = {
  {"cacheability", l_cacheability},
  {"classify", l_classify},
  {"classify_codes", l_classify_codes},
  {"compare", l_compare},
  {"content", l_content},
  {"count_categories", l_count_categories},
  {"count_codes", l_count_codes},
  {"data_edition", l_data_edition},
  {"effective", l_effective},
  {"entries", l_entries},
  {"entry", l_entry},
  {"explain", l_explain},
  {"family", l_family},
  {"fields", l_fields},
  {"find", l_find},
  {"grpc_codes", l_grpc_codes},
  {"grpc_guesses", l_grpc_guesses},
  {"grpc_to_http", l_grpc_to_http},
  {"http_to_grpc", l_http_to_grpc},
  {"markers", l_markers},
  {"may_have_content", l_may_have_content},
  {"lint", l_lint},
  {"lint_rules", l_lint_rules},
  {"lint_skipped", l_lint_skipped},
  {"method", l_method},
  {"parse", l_parse},
  {"parse_http_date", l_parse_http_date},
  {"parse_retry_after", l_parse_retry_after},
  {"problem", l_problem},
  {"proxy_status_type", l_proxy_status_type},
  {"proxy_status_types", l_proxy_status_types},
  {"reason", l_reason},
  {"redirect", l_redirect},
  {"retry", l_retry},
  {"retry_policies", l_retry_policies},
  {"register", l_register},
  {"search", l_search},
  {"status", l_status},
  {"status_line", l_status_line},
  {"status_map", l_status_map},
  {"status_set", l_status_set},
  {"tally", l_tally},
  {"vendors", l_vendors},
  {NULL, NULL},
};

static void push_chunk(lua_State *L, const char *chunk)
{
  if (luaL_loadbuffer(L, chunk, strlen(chunk), "=httpstatus") != 0) {
    lua_error(L);
  }
}

EXPORT int luaopen_httpstatus(lua_State *L)
{
  enum { MODULE = 1, MADE, ROWS };
#if LUA_VERSION_NUM >= 502
  luaL_checkversion(L); /* The next Lua may have every symbol that the module needs, and crash all the same. */
#endif
  lua_settop(L, 0);
  lua_createtable(L, 0, (int)(sizeof functions / sizeof functions[0]) + 1);
  lua_createtable(L, KEPT, 0); /* An array is read faster than a sparse table. */
  lua_newtable(L);
  for (const luaL_Reg *function = functions; function->name != NULL; function++) {
    lua_pushvalue(L, MADE);
    lua_pushvalue(L, ROWS);
    lua_pushcclosure(L, function->func, UPVALUES);
    lua_setfield(L, MODULE, function->name);
  }
  push_chunk(L, status_in_lua);
  lua_pushvalue(L, MADE);
  lua_getfield(L, MODULE, "status");
  lua_call(L, 2, 1);
  lua_setfield(L, MODULE, "status");

  luaL_newmetatable(L, set_metatable);
  for (const luaL_Reg *function = set_operators; function->name != NULL; function++) {
    lua_pushcfunction(L, function->func);
    lua_setfield(L, -2, function->name);
  }
  push_chunk(L, set_index_in_lua);
  lua_call(L, 0, 1);
  lua_setfield(L, -2, "__index");

  lua_pushfstring(L, "httpstatus %s", httpstatus_version());
  lua_setfield(L, MODULE, "_VERSION");
  lua_pushliteral(L, HTTPSTATUS_PROBLEM_MEDIA_TYPE);
  lua_setfield(L, MODULE, "PROBLEM_MEDIA_TYPE");
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, l_constant);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, MODULE);
  lua_settop(L, MODULE);
  return 1;
}
