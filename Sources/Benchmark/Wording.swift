/// The words of sample reports: parts of sentences, combined by counting.
enum Wording {
  static func topic(_ index: Int) -> String { pick(topics, index) }

  static func subtopic(_ index: Int) -> String {
    "\(pick(topics, index / 3 + 5)) for \(pick(groups, index))"
  }

  /// A recommendation of some 300 bytes, without its last mark.
  /// - Parameter asides: What stands between commas after the first part.
  static func recommendation(_ index: Int, asides: [String]) -> String {
    let asides = asides.map { ", \($0)" }.joined()
    return "\(pick(addressees, index)) should \(pick(actions, index)) \(pick(groups, index))"
      + "\(asides), \(pick(manners, index)), with a view to \(pick(purposes, index)), "
      + (index % 8 == 3 ? "and should do the following" : pick(considerations, index))
  }

  static func point(_ index: Int) -> String {
    let action = pick(actions, index + 2)
    return action.prefix(1).uppercased() + action.dropFirst() + " " + pick(groups, index + 1)
  }

  static func deliberation(_ index: Int) -> String {
    "the Working Group considered how to \(pick(actions, index)) \(pick(groups, index)). Several "
      + "speakers underlined the need for \(pick(purposes, index)), "
      + "\(pick(considerations, index + 2)). One speaker said that her country’s authorities had "
      + "acted \(pick(manners, index))."
  }

  private static func pick(_ words: [String], _ index: Int) -> String { words[index % words.count] }

  private static let topics = [
    "General recommendations", "Crime prevention", "Protection of victims",
    "Investigation and prosecution", "International cooperation", "Technical assistance",
    "Data collection and research",
  ]

  private static let addressees = [
    "Member States", "States parties", "Member States and civil society",
    "States parties to the Trafficking in Persons Protocol", "The Secretariat",
  ]

  private static let actions = [
    "consult survivors on policies for", "strengthen the capacity of", "provide shelter to",
    "exchange information with", "raise awareness among", "set up joint investigation teams with",
    "collect and publish data on", "review legislation that concerns", "train and support",
    "extend the protection that is offered to", "ensure access to justice for",
  ]

  private static let groups = [
    "victims of trafficking, especially women and children", "front-line officers",
    "consular officials and liaison officers", "labour inspectors and recruitment agencies",
    "civil society organizations", "migrant workers’ communities", "prosecutors and judges",
    "the media and the private sector", "health-care and social services",
    "unaccompanied and separated children", "border authorities", "teachers and school authorities",
    "relevant regional organizations",
  ]

  private static let manners = [
    "through multidisciplinary mechanisms at the national and local levels",
    "on the basis of “know your rights” information materials in all relevant languages",
    "within the framework of bilateral agreements on mutual legal assistance",
    "by means of regular training (including online courses) and the sharing of good practices",
    "in a gender-responsive, age-appropriate and victim-centred manner",
    "with the support of the United Nations Office on Drugs and Crime, upon request",
  ]

  private static let purposes = [
    "identifying victims at the earliest possible stage", "preventing revictimization",
    "dismantling the networks that profit from trafficking in persons",
    "reducing the demand that fosters all forms of exploitation",
    "making referral pathways clear to every professional concerned",
    "gathering evidence that does not rest on the testimony of victims alone",
    "confiscating the proceeds of crime and compensating those who were harmed",
  ]

  private static let considerations = [
    "without prejudice to the rights of the accused", "as appropriate",
    "where domestic law so permits", "with due regard for the safety of families",
    "in cooperation with countries of origin, transit and destination",
  ]
}
