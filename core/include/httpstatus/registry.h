/*
 * The registry: one row per number and owner.
 *
 * The owner of a registered row is "iana"; every other row belongs to the vendor that uses the number. (code, vendor)
 * is unique. Rows are ordered: registered ones by number, then vendor by vendor, then those that httpstatus_register
 * added. The first row of a number is its primary row. Registered and vendor facts stand in rows of their own and never
 * mix.
 */
#ifndef HTTPSTATUS_REGISTRY_H
#define HTTPSTATUS_REGISTRY_H

#include <stddef.h>

#include "export.h"
#include "field.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How a number stands in the IANA registry (RFC 9110 Section 16.2). */
typedef enum httpstatus_registration {
  HTTPSTATUS_REGISTRATION_ASSIGNED,
  HTTPSTATUS_REGISTRATION_TEMPORARY, /* for a draft; ends at the row's expires unless extended */
  HTTPSTATUS_REGISTRATION_RESERVED,  /* kept free because of its past */
  HTTPSTATUS_REGISTRATION_OBSOLETED, /* marked so by the registry */
  HTTPSTATUS_REGISTRATION_UNOFFICIAL /* a vendor's own; the registry does not know this use */
} httpstatus_registration;

/* Whether the use is alive. */
typedef enum httpstatus_state {
  HTTPSTATUS_STATE_ACTIVE,
  HTTPSTATUS_STATE_HISTORIC, /* no longer sent by current versions, or given up by its specification */
  HTTPSTATUS_STATE_UNCLEAR
} httpstatus_state;

/* How well the facts of a row are known. */
typedef enum httpstatus_evidence {
  HTTPSTATUS_EVIDENCE_PRIMARY,   /* the owner's own specification, documentation or source code was read */
  HTTPSTATUS_EVIDENCE_SECONDARY, /* others who saw it: copies, client code, reports with responses quoted */
  HTTPSTATUS_EVIDENCE_HEARSAY    /* repeated in lists, and no source behind them was found */
} httpstatus_evidence;

/* Where the number can be met. */
typedef enum httpstatus_on_wire {
  HTTPSTATUS_ON_WIRE_WIRE,   /* in the status line or :status of a response */
  HTTPSTATUS_ON_WIRE_HEADER, /* in a header field only */
  HTTPSTATUS_ON_WIRE_BODY,   /* in the content only, under another status */
  HTTPSTATUS_ON_WIRE_LOG,    /* in the owner's logs only */
  HTTPSTATUS_ON_WIRE_CLIENT, /* made up on the client's side; no server sent it */
  HTTPSTATUS_ON_WIRE_UNCLEAR
} httpstatus_on_wire;

/* Whose fault a failure is, as far as the number itself tells. */
typedef enum httpstatus_fault {
  HTTPSTATUS_FAULT_NONE, /* no failure */
  HTTPSTATUS_FAULT_CLIENT,
  HTTPSTATUS_FAULT_ORIGIN,
  HTTPSTATUS_FAULT_GATEWAY, /* a proxy, gateway or edge by itself */
  HTTPSTATUS_FAULT_NETWORK,
  HTTPSTATUS_FAULT_UNCLEAR
} httpstatus_fault;

/* When a request that got the status may be sent again. */
typedef enum httpstatus_retry_rule {
  HTTPSTATUS_RETRY_RULE_FALLBACK,     /* vendors: nothing is known, so as the effective code */
  HTTPSTATUS_RETRY_RULE_NEVER,        /* not automatically */
  HTTPSTATUS_RETRY_RULE_IDEMPOTENT,   /* if it is idempotent */
  HTTPSTATUS_RETRY_RULE_ONCE,         /* with any method, once */
  HTTPSTATUS_RETRY_RULE_AFTER_CHANGE, /* not as it was: see retry_need */
  HTTPSTATUS_RETRY_RULE_SPECIAL       /* no row can say it: see httpstatus_retry */
} httpstatus_retry_rule;

/* What has to be different when the request is sent again. */
typedef enum httpstatus_need {
  HTTPSTATUS_NEED_NONE,
  HTTPSTATUS_NEED_CREDENTIALS,
  HTTPSTATUS_NEED_PROXY_CREDENTIALS,
  HTTPSTATUS_NEED_OTHER_CREDENTIALS, /* the same ones are not to be repeated */
  HTTPSTATUS_NEED_NEW_CONNECTION,
  HTTPSTATUS_NEED_CONTENT_LENGTH,
  HTTPSTATUS_NEED_SMALLER_CONTENT,
  HTTPSTATUS_NEED_SMALLER_FIELDS,
  HTTPSTATUS_NEED_DROP_EXPECTATION,  /* leave out Expect: 100-continue */
  HTTPSTATUS_NEED_NOT_EARLY_DATA,    /* after the TLS handshake */
  HTTPSTATUS_NEED_INBOUND_HANDSHAKE, /* proxies: after the handshake with the client is complete */
  HTTPSTATUS_NEED_PROTOCOL,          /* another protocol, such as one that Upgrade names */
  HTTPSTATUS_NEED_VERSION,           /* another version of HTTP */
  HTTPSTATUS_NEED_EXTENSION,
  HTTPSTATUS_NEED_NETWORK_LOGIN,
  HTTPSTATUS_NEED_PRECONDITION,      /* one that fits the current state */
  HTTPSTATUS_NEED_USER_ACTION,       /* the user has to ask for it anew */
  HTTPSTATUS_NEED_REQUEST,           /* the request is wrong */
  HTTPSTATUS_NEED_METHOD,
  HTTPSTATUS_NEED_NEGOTIATION,       /* other Accept fields */
  HTTPSTATUS_NEED_STATE,             /* resolve the conflict with the state of the resource */
  HTTPSTATUS_NEED_TARGET,            /* a shorter URI */
  HTTPSTATUS_NEED_CONTENT_TYPE,      /* another media type or content coding */
  HTTPSTATUS_NEED_RANGE,             /* other ranges, or none */
  HTTPSTATUS_NEED_CONTENT,           /* the content is wrong */
  HTTPSTATUS_NEED_LOCK,              /* the lock token, or the end of the lock */
  HTTPSTATUS_NEED_DEPENDENCY         /* the success of what it depended on */
} httpstatus_need;

/* How strongly an answer is bound, by the RFC 2119 word that it rests on. */
typedef enum httpstatus_basis {
  HTTPSTATUS_BASIS_PRACTICE, /* no such word: what the status means, or what clients do */
  HTTPSTATUS_BASIS_RFC_MUST,
  HTTPSTATUS_BASIS_RFC_MUST_NOT,
  HTTPSTATUS_BASIS_RFC_SHOULD,
  HTTPSTATUS_BASIS_RFC_SHOULD_NOT,
  HTTPSTATUS_BASIS_RFC_MAY
} httpstatus_basis;

/* Whether a cache may store the response, as far as the code decides it (RFC 9111 Section 3). */
typedef enum httpstatus_storage {
  HTTPSTATUS_STORAGE_EXPLICIT,        /* if its fields say so */
  HTTPSTATUS_STORAGE_HEURISTIC,       /* also if they say nothing (RFC 9110 Section 15.1, RFC 7725 Section 3) */
  HTTPSTATUS_STORAGE_UNDERSTOOD_ONLY, /* by caches that implement what the status asks for */
  HTTPSTATUS_STORAGE_FORBIDDEN,       /* whatever its fields say (RFC 6585) */
  HTTPSTATUS_STORAGE_NONE             /* not by itself: it is not final, refreshes what is stored, or is no status */
} httpstatus_storage;

/* How strongly a specification asks for something (RFC 2119). */
typedef enum httpstatus_level {
  HTTPSTATUS_LEVEL_MUST,
  HTTPSTATUS_LEVEL_SHOULD,
  HTTPSTATUS_LEVEL_MAY,
  HTTPSTATUS_LEVEL_MUST_NOT,
  HTTPSTATUS_LEVEL_SHOULD_NOT
} httpstatus_level;

/* Where a status is defined. */
typedef struct httpstatus_ref {
  const char *spec;    /* "RFC 9110", or the name of a draft or document */
  const char *section; /* "15.5.5"; NULL for the whole document */
  const char *url;     /* NULL where the document has no lasting address */
} httpstatus_ref;

/* A phrase that a specification gave the number. */
typedef struct httpstatus_phrase {
  const char *phrase; /* NULL: the specification lists the number as unused */
  const char *spec;   /* the documents that print it, separated by ", " */
} httpstatus_phrase;

/* Another number that a reader may mix up with this one, or should look at next. */
typedef struct httpstatus_related {
  int code;
  const char *word; /* what the other number says that this one does not */
} httpstatus_related;

/* A field that a response with this status needs, or must do without. */
typedef struct httpstatus_header {
  const char *name;
  httpstatus_level level;
  const char *when; /* the case in which that holds; NULL for always */
  const char *ref;  /* "RFC 9110 15.5.2" */
} httpstatus_header;

/*
 * A row. Owned by the library and reached by pointer: members may be added, so its size is for httpstatus_register
 * alone. Strings are printable ASCII. Category, family and content are not stored: they follow from the code. Where a
 * row that was added says less, meaning, client, source and checked are NULL.
 */
typedef struct httpstatus_row {
  int code;
  const char *vendor; /* "iana", or the vendor's id: lower case, digits and "-" */
  const char *name;   /* upper case and "_"; unique among the registered rows and within a vendor */
  const char *phrase; /* current reason phrase in the owner's spelling; NULL for none */
  httpstatus_registration registration;
  httpstatus_state state;
  httpstatus_evidence evidence;
  httpstatus_on_wire on_wire;
  httpstatus_fault fault;
  const char *expires;        /* TEMPORARY: end of the registration, "YYYY-MM-DD"; else NULL */
  const char *summary;        /* one sentence: what the sender says by it */
  const char *meaning;        /* the same in a few sentences, with sections as "[RFC 9110 15.5.5, 8.3; RFC 9111 3]" */
  const char *client;         /* for whoever received it; the first sentence stands alone */
  const char *server;         /* for whoever may send it, or runs what is behind the vendor; NULL for none */
  const char *legacy;         /* what older documents say, and since when it is otherwise; NULL for none */
  const httpstatus_related *related;
  size_t n_related;
  const httpstatus_header *headers;
  size_t n_headers;
  httpstatus_retry_rule retry_rule;
  httpstatus_need retry_need;
  httpstatus_basis retry_basis;
  const char *retry_ref;      /* sections, "RFC 9110 15.6.4, 9.2.2"; NULL where source says it, and for FALLBACK */
  httpstatus_storage storage;
  const char *since;          /* registered: the first document to define it; else NULL */
  const char *const *aliases; /* former names, the newest first; they stay valid for ever */
  size_t n_aliases;
  const httpstatus_ref *refs; /* registered: the defining section first */
  size_t n_refs;
  const httpstatus_phrase *history; /* registered: every phrase a document gave the number */
  size_t n_history;
  const char *source;  /* vendors: what the facts were taken from; NULL where refs says it */
  const char *checked; /* day as of which the row tells the facts, "YYYY-MM-DD" */
} httpstatus_row;

/*
 * The row of a code: its primary row when vendor is NULL or of length 0, else the row of that vendor. NULL if there
 * is none. The primary lookup reads one dense table.
 */
HTTPSTATUS_API const httpstatus_row *httpstatus_entry(int code, const char *vendor, size_t length);

/* The row after this one in the order of the registry, the first one for NULL. NULL at the end. */
HTTPSTATUS_API const httpstatus_row *httpstatus_next(const httpstatus_row *row);

/* The next row of the same number, or NULL; NULL for NULL. From the primary row it reaches every owner. */
HTTPSTATUS_API const httpstatus_row *httpstatus_next_same(const httpstatus_row *row);

/* The id of vendor i in the order of the registry, from 0 ("iana"). NULL past the end. */
HTTPSTATUS_API const char *httpstatus_vendor(size_t i);

/*
 * The rows whose name, alias, or current or historic phrase is text. Letter case, spaces, "_" and "-" are ignored.
 * Writes at most capacity rows, in order (so registered ones first), and returns how many there are. rows may be NULL
 * if capacity is 0. Empty text finds nothing.
 */
HTTPSTATUS_API size_t httpstatus_find(const char *text, size_t length, const httpstatus_row **rows, size_t capacity);

/* The descriptors of httpstatus_row, in a fixed order; *count is set to their number. */
HTTPSTATUS_API const httpstatus_field *httpstatus_row_fields(size_t *count);

/* The word for a value, NULL for a number that is no value of the enum. */
HTTPSTATUS_API const char *httpstatus_registration_word(httpstatus_registration value);
HTTPSTATUS_API const char *httpstatus_state_word(httpstatus_state value);
HTTPSTATUS_API const char *httpstatus_evidence_word(httpstatus_evidence value);
HTTPSTATUS_API const char *httpstatus_on_wire_word(httpstatus_on_wire value);
HTTPSTATUS_API const char *httpstatus_fault_word(httpstatus_fault value);
HTTPSTATUS_API const char *httpstatus_level_word(httpstatus_level value);
HTTPSTATUS_API const char *httpstatus_retry_rule_word(httpstatus_retry_rule value);
HTTPSTATUS_API const char *httpstatus_need_word(httpstatus_need value);
HTTPSTATUS_API const char *httpstatus_basis_word(httpstatus_basis value);
HTTPSTATUS_API const char *httpstatus_storage_word(httpstatus_storage value);

/* The value for a word, exactly as written above. 0, or HTTPSTATUS_E_WORD and *value is left as it was. */
HTTPSTATUS_API int httpstatus_registration_from_word(const char *word, size_t length, httpstatus_registration *value);
HTTPSTATUS_API int httpstatus_state_from_word(const char *word, size_t length, httpstatus_state *value);
HTTPSTATUS_API int httpstatus_evidence_from_word(const char *word, size_t length, httpstatus_evidence *value);
HTTPSTATUS_API int httpstatus_on_wire_from_word(const char *word, size_t length, httpstatus_on_wire *value);
HTTPSTATUS_API int httpstatus_fault_from_word(const char *word, size_t length, httpstatus_fault *value);
HTTPSTATUS_API int httpstatus_level_from_word(const char *word, size_t length, httpstatus_level *value);
HTTPSTATUS_API int httpstatus_retry_rule_from_word(const char *word, size_t length, httpstatus_retry_rule *value);
HTTPSTATUS_API int httpstatus_need_from_word(const char *word, size_t length, httpstatus_need *value);
HTTPSTATUS_API int httpstatus_basis_from_word(const char *word, size_t length, httpstatus_basis *value);
HTTPSTATUS_API int httpstatus_storage_from_word(const char *word, size_t length, httpstatus_storage *value);

#ifdef __cplusplus
}
#endif

#endif
