import Testing

@Suite struct StateOrderTests {
  @Test(arguments: [
    "Congo, Costa Rica, Côte d'Ivoire, Croatia, Czechia, the Democratic Republic of the Congo",
    "El Salvador, Eritrea, Eswatini, Ethiopia, European Union, Fiji, the Gambia, Georgia",
    "Guinea, Guinea-Bissau, Guyana, Saint Lucia, Samoa, Sao Tome and Principe, Saudi Arabia",
    "the Niger, Nigeria, Sudan, Tunisia, Türkiye, Turkmenistan, Viet Nam",
  ])
  func `lists in English are in alphabetical order without articles and accents`(names: String) {
    check(names, language: "en")
  }

  @Test(arguments: [
    "Égypte, Émirats arabes unis, Équateur, Érythrée, Espagne, Estonie, Eswatini",
    "les États-Unis d’Amérique, Éthiopie, Îles Cook, Inde, l’Iraq",
    "République de Corée, République démocratique du Congo, République de Moldova, Rwanda",
    "République de Corée, République de Moldova, République démocratique du Congo, Rwanda",
    "Sainte-Lucie, Saint-Marin, Samoa",
    "Saint-Marin, Sainte-Lucie, Samoa",
  ])
  func `lists in French may be in the order of words or of letters`(names: String) {
    check(names, language: "fr")
  }

  @Test func `lists in Spanish and Russian are in their own alphabetical order`() {
    check("Egipto, El Salvador, Emiratos Árabes Unidos, España, Estonia", language: "es")
    check("Estado de Palestina, los Estados Unidos de América, San Marino", language: "es")
    check("Израиль, Испания, Йемен, Кабо-Верде, Эсватини, Ямайка", language: "ru")
    check("Объединённая Республика Танзания, Объединенные Арабские Эмираты", language: "ru")
  }

  /// A list is right as it stands and wrong the other way round.
  private func check(
    _ names: String, language: String, line: SourceLocation = #_sourceLocation
  ) {
    let backwards = names.split(separator: ", ").reversed()
    let list = StateListCheck(language: language)
    list.finds(in: names, line: line)
    list.finds(
      "states-out-of-order <\(backwards.dropFirst().first ?? "")>",
      in: backwards.joined(separator: ", "), line: line)
  }

  @Test func `lists in Chinese and Arabic are not judged`() {
    StateListCheck(language: "zh").finds(in: "津巴布韦, 阿富汗, 中国")
    StateListCheck(language: "ar").finds(in: "زمبابوي, أفغانستان")
  }

  @Test func `one finding stands at the first entry that comes before its neighbour`() {
    StateListCheck().finds("states-out-of-order <Chile>", in: "Algeria, Peru, Chile, Brazil")
  }

  @Test func `order is that of the names that are right on the day`() {
    StateListCheck().finds(
      "state-name-form <South Korea>", in: "Peru, South Korea, Romania")
    StateListCheck().finds(
      "state-name-form <South Korea>", "states-out-of-order <South Korea>",
      in: "Romania, South Korea")
    StateListCheck(date: "2018-01-01").finds(
      in: "Thailand, the former Yugoslav Republic of Macedonia, Togo")
  }

  @Test func `entries are sorted with the comments behind them and directly above`() {
    StateListCheck().mends(
      """
          states:
            # The parties

            - Chile   # third
            # Not a party:
            # an observer
            - "Benin"
            -   'Algeria'
            # to be completed

      """,
      into: """
            states:
              # The parties

              - 'Algeria'
              # Not a party:
              # an observer
              - "Benin"
              -   Chile   # third
              # to be completed

        """)
  }

  @Test func `lists in brackets are sorted in the form that they have`() {
    StateListCheck().mends(
      "    states: [ Chile,Benin ,'Algeria' ] # these\n",
      into: "    states: [ 'Algeria',Benin ,Chile ] # these\n")
    StateListCheck().mends(
      """
          states: [
            Chile, # third
            # observer
            "Benin",
            Algeria # first
          ]

      """,
      into: """
            states: [
              Algeria, # first
              # observer
              "Benin",
              Chile # third
            ]

        """)
  }

  @Test func `names over several lines are moved whole`() {
    StateListCheck().mends(
      """
          states:
            - >-
              United Republic
              of Tanzania
            - the United Kingdom of Great Britain
              and Northern Ireland # both
            - >
              Uganda

      """,
      into: """
            states:
              - >
                Uganda
              - the United Kingdom of Great Britain
                and Northern Ireland # both
              - >-
                United Republic
                of Tanzania

        """)
  }

  @Test(arguments: [
    "    states:\n    - Chile\n    # Africa\n\n    - Algeria\n",
    "    states:\n    - Chile\n    - Atlantis\n    - Algeria\n",
    "    states:\n    - Chile\n    - {a: b}\n    - Algeria\n",
    "    states: [\n      Chile, # third\n      Benin, Algeria]\n",
    "    states: [Chile,\n      # first\n      Algeria]\n",
    "    states: [Chile,# third\n      Algeria]\n",
  ])
  func `a list is not sorted where a comment is nobody's or a name is unknown`(block: String) {
    StateListCheck().mends(block, into: block)
  }
}
