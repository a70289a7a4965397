public import RuleLibrary

/// The checks whose making takes longer than the check of a short report, made once for many.
public struct PreparedChecks: Sendable {
  let terms: TermsCheck
  let patterns: PatternCheck
  let phrases: PhraseRegister
  let consistency: ConsistencyCheck
  let numberStyle: NumberStyleCheck?
  let enumeration: EnumerationCheck?

  public init(_ library: RuleLibrary) {
    terms = TermsCheck(library)
    patterns = PatternCheck(library).prepared
    phrases = PhraseRegister(library)
    consistency = ConsistencyCheck(library, phrases)
    numberStyle = NumberStyleCheck(library, phrases)
    enumeration = EnumerationCheck(library, phrases)
  }
}
