internal import CommandLineInterface

/// What bash offers while a command line is typed.
struct BashCompletion {
  let vocabulary: Vocabulary

  var text: String {
    #"""
    # Completion of rapporteur for bash.
    # Written by ManualWriter from Sources/CommandLineInterface/Commands.

    _rapporteur_rules=(
    \#(vocabulary.rules.lines))

    # Each of these offers something in place of the word that is being typed.

    _rapporteur_words() {
      mapfile -t COMPREPLY < <(compgen -W "$*" -- "$word")
    }

    # Words in a list with commas, without those that stand in it already.
    _rapporteur_list() {
      local before=${word%"${word##*,}"} item rest=()
      for item; do
        [[ ,$before == *,"$item",* ]] || rest+=("$item")
      done
      mapfile -t COMPREPLY < <(compgen -P "$before" -W "${rest[*]}" -- "${word##*,}")
    }

    # Files with these endings, and folders, in which there may be some. What is typed may be quoted;
    # what is offered will be where it must.
    _rapporteur_files() {
      local ending path=${word#[\"\']}
      path=${path//\\/}
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(
        compgen -d -- "$path"
        for ending; do compgen -f -X "!*$ending" -- "$path"; done
      )
    }

    # Fails where it is no option that is being typed.
    _rapporteur_options() {
      [[ $word == -* ]] || return
      _rapporteur_words "$@"
    }

    _rapporteur() {
      local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
      COMPREPLY=()
      # A sign between an option and its value is a word of its own.
      if [[ $word == = ]]; then
        word=
      elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      if ((COMP_CWORD == 1)); then
        _rapporteur_options --help --version ||
          _rapporteur_words \#(names)
        return
      fi
      case ${COMP_WORDS[1]} in
    \#(vocabulary.commands.map(branch).joined())  esac
    }

    complete -F _rapporteur rapporteur

    """#
  }

  private var names: String { vocabulary.commands.map(\.name).joined(separator: " ") }

  private func branch(of command: Command) -> String {
    let options = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
    let values = command.options.filter { $0.value != nil }.map {
      "    \($0.name)) \(offer($0.offered, isList: $0.isList)) ;;\n"
    }
    let operands = command.operand.map { " ||\n        \(offer($0.candidates))" } ?? ""
    return """
        \(command.name))
          case $previous in
      \(values.joined())    *) _rapporteur_options \(options)\(operands) ;;
          esac
          ;;

      """
  }

  private func offer(_ candidates: Candidates, isList: Bool = false) -> String {
    let function = isList ? "_rapporteur_list" : "_rapporteur_words"
    return switch candidates {
    case .none: ":"
    case .words(let words): "\(function) \(words.joined(separator: " "))"
    case .rules: "\(function) \"${_rapporteur_rules[@]}\""
    case .profiles: "\(function) \(vocabulary.profiles.joined(separator: " "))"
    case .folders: "_rapporteur_files"
    case .files(let endings):
      "_rapporteur_files \(endings.isEmpty ? "''" : endings.joined(separator: " "))"
    }
  }
}
