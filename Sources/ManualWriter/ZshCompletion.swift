internal import CommandLineInterface

/// What zsh offers while a command line is typed.
struct ZshCompletion {
  let vocabulary: Vocabulary

  var text: String {
    #"""
    #compdef rapporteur
    # Completion of rapporteur for zsh.
    # Written by ManualWriter from Sources/CommandLineInterface/Commands.

    local curcontext=$curcontext state line
    local -a commands rules
    local -A opt_args

    commands=(
    \#(vocabulary.commands.map { quoted("\($0.name):\($0.summary)") }.lines))
    rules=(
    \#(vocabulary.rules.lines))

    _arguments -C \
      '(- *)--help[list the commands]' \
      '(- *)--version[say which version this is]' \
      '1:command:->command' \
      '*::argument:->argument' && return

    case $state in
    command) _describe command commands ;;
    argument)
      case $words[1] in
    \#(vocabulary.commands.map(branch).joined())  esac
      ;;
    esac

    """#
  }

  private func branch(of command: Command) -> String {
    var arguments = command.options.map(argument)
    arguments.append("'(- *)--help[explain the command]'")
    if let operand = command.operand {
      let number = operand.isRepeated || operand.count > 1 ? "*" : "1"
      arguments.append(quoted("\(number):\(operand.name):\(action(operand.candidates))"))
    }
    return """
        \(command.name))
          _arguments -S \\
            \(arguments.joined(separator: " \\\n      "))
          ;;

      """
  }

  private func argument(for option: Option) -> String {
    let purpose = option.purpose.replacing("[", with: "\\[").replacing("]", with: "\\]")
    guard let value = option.value else { return quoted("\(option.name)[\(purpose)]") }
    let sign = option.name.hasPrefix("--") ? "=" : "+"
    let action = action(option.offered, isList: option.isList)
    return quoted("*\(option.name)\(sign)[\(purpose)]:\(value):\(action)")
  }

  private func action(_ candidates: Candidates, isList: Bool = false) -> String {
    switch candidates {
    case .none: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .rules: isList ? "_sequence compadd - -a rules" : "compadd -a rules"
    case .profiles: "(\(vocabulary.profiles.joined(separator: " ")))"
    case .folders: "_files -/"
    case .files(let endings): files(endingIn: endings)
    }
  }

  private func files(endingIn endings: [String]) -> String {
    switch endings.count {
    case 0: "_files"
    // One alternative alone in parentheses would be taken for qualifiers.
    case 1: "_files -g \"*\(endings[0])\""
    default: "_files -g \"*(\(endings.joined(separator: "|")))\""
    }
  }

  private func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "'\\''"))'"
  }
}
