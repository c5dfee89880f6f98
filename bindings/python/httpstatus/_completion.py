"""Completion for shells: a few lines in each shell ask the command itself what may come next."""

import argparse

import httpstatus

SCRIPTS = {
    "bash": """\
_httpstatus() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(httpstatus --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1)" -- "$2"))
}
complete -F _httpstatus httpstatus
""",
    "zsh": """\
#compdef httpstatus
_httpstatus() {
  local -a found
  local line
  for line in "${(@f)$(httpstatus --complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("${line/$'\\t'/:}")
  done
  _describe httpstatus found
}
if [[ $funcstack[1] == _httpstatus ]]; then _httpstatus "$@"; else compdef _httpstatus httpstatus; fi
""",
    "fish": """\
function __httpstatus
  set -l words (commandline -opc) (commandline -ct)
  httpstatus --complete $words[2..] 2>/dev/null
end
complete -c httpstatus -f -a '(__httpstatus)'
""",
}


def script(shell):
    return SCRIPTS[shell]


def complete(parser, words):
    """Prints what the last of the words may become, each with a tab and what it is."""
    *before, last = words or [""]
    commands = parser._subparsers._group_actions[0]
    name = next((word for word in before if word in commands.choices), None)
    chosen = commands.choices[name or "explain"]
    found = {}
    option = next((action for action in chosen._actions if before and before[-1] in action.option_strings), None)
    if option is not None and option.nargs != 0:
        found = dict.fromkeys(httpstatus.vendors() if option.dest == "vendor" else option.choices or (), "")
    elif last.startswith("-"):
        found = {string: action.help for action in chosen._actions for string in action.option_strings if string.startswith("--")}
    else:
        if name is None and not before:
            found = {action.dest: action.help for action in commands._choices_actions}
        found |= codes(chosen)
        found |= dict.fromkeys((choice for action in chosen._actions if not action.option_strings for choice in action.choices or ()), "")
    for word, text in found.items():
        if word.startswith(last) and text is not argparse.SUPPRESS:
            print(word, text, sep="\t")


def codes(chosen):
    """The known codes with their phrases, where the command takes codes."""
    if not {"text", "code", "a"} & {action.dest for action in chosen._actions} or chosen.prog.endswith(" search"):
        return {}
    return {str(code): httpstatus.reason(code) for code in sorted({row.code for row in httpstatus.entries()})}
