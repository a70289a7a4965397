internal import CommandLineInterface

extension ManPage {
  /// The page of the program as a whole.
  static func ofProgram(_ commands: [Command], date: String) -> ManPage {
    let pages = commands.map { "rapporteur-\($0.name)" }
    return ManPage(
      "rapporteur", summary: "Check, renumber and print the reports of meetings", date: date,
      sections: [
        Section("SYNOPSIS", synopsis),
        Section("DESCRIPTION", paragraphs(description)),
        Section(
          "COMMANDS", list(zip(pages, commands).map { ("Xr \($0) 1", sentence($1.summary)) })),
        Section("ENVIRONMENT", list(environment.map { ("Ev \($0)", prose($1)) })),
        Section("FILES", list(files.map { ("Pa \($0)", prose($1)) })),
        exitStatus,
        Section(
          "EXAMPLES",
          ["From the first draft to the printed text:", ".Pp"]
            + HelpPage.firstSteps.map { ".Dl \(escaped($0))" }),
        seeAlso(["hunspell", "pandoc"] + pages.sorted()),
      ])
  }

  private static let synopsis = [
    ".Nm", ".Ar COMMAND", ".Op Ar options", ".Op Ar FILE ...", ".Nm", ".Fl -help | Fl -version",
  ]

  private static let description = """
    A report is written in YAML, a file for each document: the L. document, its addenda, the final \
    report. What will be printed is what is typed. Rapporteur says what is wrong with it and where, \
    puts the numbers right without touching anything else, and prints the document in the official \
    style.

    Results go to standard output, everything else to standard error. In place of a file, - is \
    standard input or output. A file is written whole or not at all.

    Options may stand before, between or after files, and a value follows its option with a space \
    or a sign of equality. After -- everything is a file. With --help a command explains itself.
    """

  private static let environment = [
    ("NO_COLOR", "Where it is set and not empty, nothing is coloured."),
    (
      "TERM",
      """
      Where it is "dumb", nothing is coloured, and no progress is shown. Anywhere else both are \
      for terminals only.
      """
    ),
    (
      "DICPATH",
      """
      Folders in which dictionaries for hunspell are looked for before those of the system, with \
      colons between them.
      """
    ),
    ("XDG_CACHE_HOME", "The folder below which is kept what dictionaries have said of words."),
    ("HOME", "Where the former is not set, that folder is .cache in this one."),
    ("PATH", "Where pandoc is looked for, which reads Word documents."),
  ]

  private static let files = [
    (
      ".rapporteur.yaml",
      """
      The settings of a house, in the folder of a report or above it: which folders hold rules of \
      its own, which rules are silent, how grave others are, and which words are right.
      """
    ),
    (
      ".rapporteur-reissue",
      """
      Stands beside files while they are renumbered together. Where it is left, after a power \
      failure or the like, the next rapporteur renumber finishes what was begun.
      """
    ),
    (
      "~/.cache/rapporteur/en_GB.words",
      "What the dictionary has said of words. It may be deleted at any time."
    ),
    (
      "/usr/share/hunspell/en_GB.dic",
      "The dictionary. Where it is not installed, spelling is not judged."
    ),
    (
      "/usr/share/doc/rapporteur/html/index.html",
      "The manual: how reports are written, what the rules are, how a house adds its own."
    ),
    ("/usr/share/doc/rapporteur/examples", "Reports to try everything on."),
  ]
}
