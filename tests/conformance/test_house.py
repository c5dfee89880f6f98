"""The rules of the house (CONTRIBUTING.md) that no compiler and no other test would notice being broken."""

import importlib.metadata
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import httpstatus
from httpstatus import _core

ROOT = Path(__file__).parents[2]
CORE = ROOT / "core"
INCLUDE = CORE / "include"
HEADERS = sorted(INCLUDE.rglob("*.h"))
MAP = (CORE / "httpstatus.map").read_text()
C_SUFFIXES = (".c", ".h", ".inc", ".def", ".i")

C_COMPILERS = list(dict.fromkeys(cc for cc in (os.environ.get("CC", "cc"), "clang") if shutil.which(cc)))
CXX_COMPILERS = [cxx for cxx in ("c++", "clang++") if shutil.which(cxx)]


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def without_comments(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def includes(path):
    """The includes of a file as (bracket, name)."""
    return re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)', path.read_text(), re.MULTILINE)


def files(*folders):
    """The files of the project, those not yet added to git among them."""
    names = output("git", "ls-files", "-co", "--exclude-standard", *folders, cwd=ROOT).splitlines()
    return [ROOT / name for name in names if (ROOT / name).exists()]


# Floors.

FLOORS = [
    {"export", "error", "field", "message", "out"},
    {"version", "codes", "registry", "row", "fold", "marked", "marker", "reader", "scan", "register", "grpc", "proxyerror"},
    {"classify", "label", "method", "date"},
    {"parse", "search", "set", "advice", "bulk", "log", "line", "kernel", "advise", "retry", "redirect", "cacheability", "problem"},
    {"explain", "page", "lint", "head", "check", "check_caching", "check_meaning", "check_message", "check_syntax"},
]
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


@pytest.mark.parametrize("path", [*(INCLUDE / "httpstatus").iterdir(), *(CORE / "src").glob("*.[ch]")], ids=lambda p: p.name)
def test_a_lower_floor_never_includes_a_higher_one(path):
    # field.c holds the proof that the lists of fields fit the structs of every room, so it has to see them all.
    floor = len(FLOORS) if path.name == "field.c" else FLOOR_OF[path.stem]
    for bracket, name in includes(path):
        if bracket == '"' and name.endswith(".h"):
            assert FLOOR_OF[Path(name).stem] <= floor, name


def test_bindings_and_examples_see_public_headers_only():
    sources = [path for path in files("bindings", "examples") if path.suffix in C_SUFFIXES]
    assert sources
    for path in sources:
        for bracket, name in includes(path):
            assert name == "httpstatus.h" or (bracket == "<" and "httpstatus" not in name), path
        assert "httpstatus__" not in path.read_text(), path


# Headers.


@pytest.mark.parametrize("header", HEADERS, ids=lambda path: path.name)
@pytest.mark.parametrize(
    "command",
    [(cc, "-xc", "-std=c11", "-Wstrict-prototypes") for cc in C_COMPILERS] + [(cxx, "-xc++", "-std=c++17") for cxx in CXX_COMPILERS],
    ids=lambda command: command[0],
)
def test_a_header_compiles_alone_and_twice(command, header):
    source = f"#include <{header.relative_to(INCLUDE)}>\n" * 2
    subprocess.run(
        [*command, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", f"-I{INCLUDE}", "-"],
        input=source, text=True, check=True,
    )  # fmt: skip


# Enums. Names here are without HTTPSTATUS_.


def enums():
    """Enum -> (enumerator -> value, or the enumerator it equals, or "")."""
    found = {}
    for header in HEADERS:
        for name, body in re.findall(r"typedef enum httpstatus_(\w+) \{(.*?)\}", without_comments(header), re.DOTALL):
            found[name] = dict(re.findall(r"HTTPSTATUS_(\w+)(?: = (?:HTTPSTATUS_)?(-?\w+))?", body))
    return found


def test_each_enum_has_a_prefix_of_its_own():
    found = enums()
    names = found.pop("code")
    prefixes = [os.path.commonprefix(list(members)).rpartition("_")[0] + "_" for members in found.values()]
    assert len(prefixes) > 5 and "_" not in prefixes and "E_" in prefixes
    for i, prefix in enumerate(prefixes):
        assert not any(other.startswith(prefix) for other in prefixes[:i] + prefixes[i + 1 :]), prefix
        assert not any(name.startswith(prefix) for name in names), prefix


def test_constants_are_the_names_of_rows():
    constants = enums()["code"]
    values = {name: int(constants.get(value, value)) for name, value in constants.items()}
    inc = "".join(path.read_text() for path in (CORE / "registry").rglob("*.inc"))
    owners = {vendor: f"{owner}_" for owner, vendor in re.findall(r'#define (\w+)_ID "(.*)"', inc)} | {"iana": ""}
    assert values == {
        owners[row.vendor] + name: row.code for row in httpstatus.entries() for name in (row.name, *row.aliases)
    }


# Exports and bindings.


def declared():
    return [name for header in HEADERS for name in re.findall(r"^HTTPSTATUS_API .*?(\w+)\(", header.read_text(), re.MULTILINE)]


def exported(library):
    lines = output("nm", "-D", "--defined-only", library).splitlines()
    return {line.split()[-1].split("@")[0] for line in lines if line.split()[-2] != "A"}  # A: the names of versions


def test_exports_are_what_the_headers_declare(build):
    listed = re.search(r"global:(.*?)local:\s*\*;", MAP, re.DOTALL)[1].replace(";", " ").split()
    prototypes = [name for header in HEADERS for name in re.findall(r"\b(httpstatus_\w+)\(", without_comments(header))]
    inline = [name for header in HEADERS for name in re.findall(r"^static inline .*?(\w+)\(", header.read_text(), re.MULTILINE)]
    assert sorted(declared() + inline) == sorted(prototypes)  # Nothing is declared twice, or without HTTPSTATUS_API.
    assert listed == sorted(declared())
    assert exported(build / "core/libhttpstatus.so") == set(listed)


def test_modules_export_their_entry_point_only(build):
    assert exported(build / "bindings/lua/httpstatus.so") == {"luaopen_httpstatus"}
    assert exported(_core.__file__) == {"PyInit__core"}


# The word functions of every enum but that of errors, which has texts.
WORDS = {f"{enum}_{function}" for enum in enums() if enum not in ("code", "error") for function in ("word", "from_word")}
FIELD_READERS = {"field_count", "field_element_at", "field_number", "field_seconds", "field_slice", "field_string_at", "field_text", "field_told"}
NOT_IN_PYTHON = {
    **dict.fromkeys(WORDS, "enums cross as their words"),
    **dict.fromkeys(FIELD_READERS, "records cross as whole values, which are made with these"),
    **dict.fromkeys(("next_marker", "marker_has_number", "marker_has_text"), "markers() gives all of them, with what they take"),
    "next_retry_policy": "retry_policies() gives all of them",
    "error_text": "errors become exceptions, and this is their text",
    "lint_find_rule": "lint_rules gives them all",
    "lint_message": "findings have it",
    "lint_select": "lint takes the text that it takes",
    "parse_message": "what is raised for a text says it",
    **dict.fromkeys(("next_grpc_code", "next_grpc_guess", "next_proxy_error"), "grpc_codes() and the like give all rows"),
    "problem_json": "problem() gives a dict, which any JSON writer takes",
    "register": "register_row takes the fields as a tuple",
}
# Those that its functions call are bound.
NOT_IN_LUA = {
    **dict.fromkeys(
        WORDS
        - {"category_word", "content_rule_word", "field_type_word", "format_from_word", "lint_input_word", "lint_profile_from_word"}
        - {"lint_severity_word", "lint_version_from_word", "parse_kind_word", "redirect_policy_from_word", "role_from_word"},
        "descriptors give the words of a record's fields",
    ),
    **dict.fromkeys(("marker_has_number", "marker_has_text"), "markers() gives all of them, with what they take"),
    "lint_find_rule": "lint_rules gives them all",
    "row_label": "the label of a status tells its primary row",
    **dict.fromkeys(("tally_fork", "tally_merge"), "Lua has no threads that could share a log"),
    "problem_json": "problem gives a table, which any JSON encoder takes",
}


def test_python_binds_everything():
    names = {name.removeprefix("httpstatus_") for name in declared()}
    assert {name for name in names if not hasattr(_core, name)} == set(NOT_IN_PYTHON)


def test_lua_binds_everything():
    source = without_comments(ROOT / "bindings/lua/lhttpstatus.c")
    names = {name.removeprefix("httpstatus_") for name in declared()}
    assert {name for name in names if not re.search(rf"\bhttpstatus_{name}\(", source)} == set(NOT_IN_LUA)


# What the compiler is made to refuse. Each test spoils one thing in a copy of the core.


@pytest.fixture
def core(tmp_path):
    return Path(shutil.copytree(CORE, tmp_path / "core"))


def spoil(path, old, new):
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))


def compiles(cc, core, source, *options):
    """What the compiler has to say about it: "" if it compiles, its errors if not."""
    command = [cc, "-std=c11", *options, "-fsyntax-only", f"-I{core}/include", core / "src" / source]
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return result.stderr if result.returncode else ""


each_compiler = pytest.mark.parametrize("cc", C_COMPILERS)


@each_compiler
def test_the_core_compiles_unspoilt(cc, core):
    assert compiles(cc, core, "field.c", "-Wextra", "-Werror") == ""
    assert compiles(cc, core, "registry.c", "-Wextra", "-Werror") == ""


DEFINITIONS = (CORE / "src/fields.def").read_text()
LISTS = dict(re.findall(r"#define FIELDS_(\w+)\(X\)((?:.*\\\n)*.*)", DEFINITIONS))
LINES = [(name, *line) for name, text in LISTS.items() for line in re.findall(r"(X\(([A-Z]+), (\w+), (\w*) ?\))", text)]
each_line = pytest.mark.parametrize(("name", "line", "kind", "member", "extra"), LINES, ids=[f"{n}.{m}" for n, _, _, m, _ in LINES])


def replace_line(core, name, line, new):
    path = core / "src/fields.def"
    path.write_text(DEFINITIONS.replace(LISTS[name], LISTS[name].replace(line, new)))


@each_compiler
@each_line
def test_no_field_can_be_left_out(cc, core, name, line, kind, member, extra):
    replace_line(core, name, line, "")
    assert "missing" in compiles(cc, core, "field.c")


@each_compiler
@each_line
def test_no_field_can_have_a_wrong_type(cc, core, name, line, kind, member, extra):
    wrong = {"INT": "BOOL", "BOOL": "INT", "STRING": "INT", "WORD": "STRING", "STRINGS": "STRING", "LIST": "STRINGS", "SECONDS": "INT", "TEXT": "STRINGS", "TOLD": "BOOL"}
    replace_line(core, name, line, f"X({wrong[kind]}, {member}, {extra})")
    assert f"{member} is no " in compiles(cc, core, "field.c")
    if kind in ("WORD", "LIST"):
        other = next(other for _, _, k, _, other in LINES if k == kind and other != extra)
        replace_line(core, name, line, f"X({kind}, {member}, {other})")
        assert f"{member} is no " in compiles(cc, core, "field.c")


@each_compiler
@pytest.mark.parametrize("name", LISTS)
def test_no_member_can_be_added_unlisted(cc, core, name):
    [header] = [path for path in (core / "include").rglob("*.h") if f"}} httpstatus_{name};" in path.read_text()]
    spoil(header, f"}} httpstatus_{name};", f"  int added;\n}} httpstatus_{name};")
    assert "missing" in compiles(cc, core, "field.c")


@each_compiler
def test_no_member_can_hide_in_padding(cc, core):
    spoil(core / "include/httpstatus/registry.h", "  int code;\n  const char *vendor;", "  int code;\n  int added;\n  const char *vendor;")
    assert "missing" in compiles(cc, core, "field.c")


@each_compiler
def test_a_number_with_two_primary_rows_is_warned_of(cc, core):
    spoil(core / "registry/vendor/informal.inc", "ALSO_ROW(INFORMAL, NETWORK_READ", "VENDOR_ROW(INFORMAL, NETWORK_READ")
    assert compiles(cc, core, "registry.c") == ""
    assert "initializ" in compiles(cc, core, "registry.c", "-Wextra", "-Werror")


@each_compiler
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("registry/4xx.inc", "ROW(NOT_FOUND,", "ROW(NOWHERE,"),
        ("registry/4xx.inc", "ROW(NOT_FOUND,", "ROW(GONE,"),
        ("registry/4xx.inc", '.phrase = "Not Found"', '.phrases = "Not Found"'),
        ("registry/4xx.inc", '.phrase = "Not Found",', '.phrase = "Not Found"'),
        ("registry/4xx.inc", "HTTPSTATUS_REGISTRATION_RESERVED", "HTTPSTATUS_REGISTRATION_TAKEN"),
        ("registry/vendor/linkedin.inc", "#define LINKEDIN_CHECKED", "#define LINKEDIN_SEEN"),
        ("include/httpstatus/codes.h", "LINKEDIN_REQUEST_DENIED = 999", "LINKEDIN_REQUEST_DENIED = 1000"),
    ],
    ids=["no constant", "twice", "no such field", "no comma", "no such word", "no day", "four digits"],
)
def test_a_wrong_row_does_not_compile(cc, core, file, old, new):
    spoil(core / file, old, new)
    assert "error" in compiles(cc, core, "registry.c")


# What stands in several places must be the same in all.


def test_the_version_stands_once(build):
    version = ".".join(re.findall(r"define HTTPSTATUS_VERSION_\w+ (\d+)", (INCLUDE / "httpstatus/version.h").read_text()))
    [rockspec] = (ROOT / "bindings/lua").glob("*.rockspec")
    assert re.search(r"^CMAKE_PROJECT_VERSION:\w+=(.*)", (build / "CMakeCache.txt").read_text(), re.MULTILINE)[1] == version
    assert httpstatus.__version__ == version == importlib.metadata.version("httpstatus")
    assert re.fullmatch(rf"httpstatus-{re.escape(version)}-\d+", rockspec.stem)
    assert f'version = "{rockspec.stem.removeprefix("httpstatus-")}"' in rockspec.read_text()
    assert re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[1] == version
    assert re.search(r"^HTTPSTATUS_(\S+) \{", MAP, re.MULTILINE)[1] == version.rpartition(".")[0]


def test_every_build_compiles_every_source():
    sources = sorted(path.name for path in (CORE / "src").glob("*.c"))
    rockspec = next((ROOT / "bindings/lua").glob("*.rockspec")).read_text()
    assert sorted(re.findall(r"core/src/(\w+\.c)", rockspec)) == sources
    assert sorted(re.findall(r"src/(\w+\.c)", (CORE / "CMakeLists.txt").read_text())) == sources


# The list of the row files, and what is no row.
NO_ROWS = ("vendors.inc", "markers.inc", "choices.inc", "policies.inc", "grpc.inc", "proxyerror.inc")


def test_every_row_file_is_included_once():
    registry = CORE / "registry"
    included = [name for _, name in includes(registry / "vendors.inc")]
    assert sorted(included) == sorted(str(path.relative_to(registry)) for path in registry.rglob("*.inc") if path.name not in NO_ROWS)


def test_the_look_of_files():
    wrong = []
    for path in files("core", "bindings", "examples", "tests"):
        text = path.read_text()
        wrong += [f"{path}: tab or CR"] * ("\t" in text or "\r" in text)
        wrong += [f"{path}: no newline at the end"] * (text != "" and not text.endswith("\n"))
        if path.suffix in C_SUFFIXES and path.name != "httpstatus_map.h":  # Exported, with a row on a line.
            wrong += [f"{path}: not ASCII"] * (not text.isascii())
            wrong += [f"{path}:{i}: {len(line)} columns" for i, line in enumerate(text.splitlines(), 1) if len(line) > 120]
    assert wrong == []
