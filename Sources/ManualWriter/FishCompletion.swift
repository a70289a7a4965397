internal import CommandLineInterface

/// What fish offers while a command line is typed.
struct FishCompletion {
  let vocabulary: Vocabulary

  var text: String {
    #"""
    # Completion of rapporteur for fish.
    # Written by ManualWriter from Sources/CommandLineInterface/Commands.

    # Whether this command has been typed; without an argument, whether none has.
    function __rapporteur_is
        set -l words (commandline -opc)
        test "$words[2]" = "$argv"
    end

    # What is being typed, without an option and its sign.
    function __rapporteur_word
        commandline -ct | string replace -r -- '^--[a-z]+=' ''
    end

    # Words in a list with commas, without those that stand in it already.
    function __rapporteur_list
        set -l word (__rapporteur_word)
        set -l before (string replace -r -- '[^,]*$' '' $word)
        for item in $argv
            contains -- $item (string split , -- $before)
            or printf '%s\n' $before$item
        end
    end

    # Files with these endings, and folders, in which there may be some.
    function __rapporteur_files
        set -l endings (string escape --style=regex -- $argv | string join '|')
        complete -C "'' "(__rapporteur_word) | string match -r -- "^.*(?:/|$endings)\$"
    end

    function __rapporteur_rules
        printf '%s\n' \
            \#(vocabulary.rules.joined(separator: " \\\n        "))
    end

    complete -c rapporteur -f
    complete -c rapporteur -n __rapporteur_is -l help -d 'list the commands'
    complete -c rapporteur -n __rapporteur_is -l version -d 'say which version this is'
    \#(vocabulary.commands.map(lines).joined())
    """#
  }

  private func lines(for command: Command) -> String {
    let condition = "complete -c rapporteur -n '__rapporteur_is \(command.name)'"
    var lines = [
      "",
      "complete -c rapporteur -n __rapporteur_is -a \(command.name) -d \(quoted(command.summary))",
    ]
    if let operand = command.operand {
      lines += [offer(operand.candidates).map { "\(condition) \($0)" }].compactMap(\.self)
    }
    for option in command.options {
      let kind = option.name.hasPrefix("--") ? "-l" : "-s"
      var line = "\(condition) \(kind) \(option.name.drop { $0 == "-" })"
      if option.value != nil {
        line += " \(offer(option.offered, isList: option.isList) ?? "-x")"
      }
      lines.append("\(line) -d \(quoted(option.purpose))")
    }
    lines.append("\(condition) -l help -d 'explain the command'")
    return lines.map { "\($0)\n" }.joined()
  }

  private func offer(_ candidates: Candidates, isList: Bool = false) -> String? {
    let offered: String? =
      switch candidates {
      case .none: nil
      case .words(let words): words.joined(separator: " ")
      case .rules: isList ? "(__rapporteur_list (__rapporteur_rules))" : "(__rapporteur_rules)"
      case .profiles: vocabulary.profiles.joined(separator: " ")
      case .folders: "(__fish_complete_directories (__rapporteur_word))"
      case .files(let endings): "(\((["__rapporteur_files"] + endings).joined(separator: " ")))"
      }
    return offered.map { "-xa \(quoted($0))" }
  }

  private func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
