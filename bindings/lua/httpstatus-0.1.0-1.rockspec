rockspec_format = "3.0"
package = "httpstatus"
version = "0.1.0-1"
source = {
  -- Built from a checkout by `luarocks make`, run at its top.
  url = "file://.",
}
description = {
  summary = "A registry of HTTP status codes that explains and classifies any of them",
  license = "MIT",
  labels = { "http" },
}
dependencies = {
  "lua >= 5.1, < 5.6",
}
build = {
  type = "builtin",
  modules = {
    httpstatus = {
      sources = {
        "bindings/lua/lhttpstatus.c",
        "core/src/advice.c",
        "core/src/bulk.c",
        "core/src/cacheability.c",
        "core/src/check_caching.c",
        "core/src/check_meaning.c",
        "core/src/check_message.c",
        "core/src/check_syntax.c",
        "core/src/classify.c",
        "core/src/date.c",
        "core/src/error.c",
        "core/src/explain.c",
        "core/src/field.c",
        "core/src/grpc.c",
        "core/src/head.c",
        "core/src/line.c",
        "core/src/lint.c",
        "core/src/log.c",
        "core/src/marker.c",
        "core/src/method.c",
        "core/src/page.c",
        "core/src/parse.c",
        "core/src/problem.c",
        "core/src/proxyerror.c",
        "core/src/redirect.c",
        "core/src/register.c",
        "core/src/registry.c",
        "core/src/retry.c",
        "core/src/search.c",
        "core/src/set.c",
        "core/src/version.c",
      },
      incdirs = { "core/include" },
      defines = { "HTTPSTATUS_STATIC" },
    },
  },
}
