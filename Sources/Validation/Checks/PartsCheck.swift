internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText

/// Holds the masthead of a part against those of the parts before: their symbols say their order,
/// and all are of one meeting.
struct PartsCheck: ReportCheck {
  func check(_ context: CheckContext, _ findings: inout [Finding]) {
    guard context.part > 0 else { return }
    checkSymbol(context, &findings)
    checkMeeting(context, &findings)
  }

  // MARK: Order

  private func checkSymbol(_ context: CheckContext, _ findings: inout [Finding]) {
    guard let field = context.report.masthead[.symbol] else { return }
    let symbol = PartSymbol(field)
    let before = context.series.parts[..<context.part].compactMap { report in
      report.masthead[.symbol].map { (report: report, field: $0, symbol: PartSymbol($0)) }
    }
    if let first = before.first(where: { $0.symbol == symbol }) {
      findings.append(
        Finding(
          "symbol-repeated", at: context.place(field.range),
          "\(field.string) is the symbol of \(first.report.file.name) already; each part has its own",
          related: [RelatedPlace(first.report.place(first.field.range), "the first")]))
      return
    }
    let sameDocument = before.filter { $0.symbol.document == symbol.document }
    if let last = sameDocument.max(by: { $0.symbol.addendum < $1.symbol.addendum }) {
      checkOrder(of: symbol, field, after: last.symbol, at: last.report, context, &findings)
    }
    if let document = sameDocument.first(where: { $0.symbol.addendum == 0 }) {
      checkDate(after: document.report, context, &findings)
    }
  }

  private func checkOrder(
    of symbol: PartSymbol, _ field: SourcedText, after last: PartSymbol, at report: Report,
    _ context: CheckContext, _ findings: inout [Finding]
  ) {
    let message: String
    let isGap = symbol.addendum > last.addendum + 1
    if symbol.addendum < last.addendum {
      message =
        "\(symbol.name) stands after \(last.name); the parts of a series stand in the order of "
        + "their symbols"
    } else if isGap {
      message = "\(symbol.name) follows \(last.name); the series has no Add.\(last.addendum + 1)"
    } else {
      return
    }
    let earlier = report.masthead[.symbol].map {
      RelatedPlace(report.place($0.range), "the part before")
    }
    // An addendum may have been withdrawn, or be no part of the report.
    findings.append(
      Finding(
        "parts-out-of-order", at: context.place(field.range), message,
        ceiling: isGap ? .note : nil, related: [earlier].compactMap { $0 }))
  }

  /// An addendum comes out with the document that it adds to, or later.
  private func checkDate(
    after document: Report, _ context: CheckContext, _ findings: inout [Finding]
  ) {
    guard let date = context.report.masthead.date, let earlier = document.masthead.date,
      date < earlier, let field = context.report.masthead[.date]
    else { return }
    findings.append(
      Finding(
        "parts-out-of-order", at: context.place(field.range),
        "an addendum of \(date) is dated before the document that it adds to, of \(earlier)",
        related: document.masthead[.date].map {
          [RelatedPlace(document.place($0.range), "the date of the document")]
        } ?? []))
  }

  // MARK: Meeting

  private func checkMeeting(_ context: CheckContext, _ findings: inout [Finding]) {
    let (first, later) = (context.series.parts[0].masthead, context.report.masthead)
    compare("profile", first[.report], later[.report], context, &findings)
    // In another language the same body has another name.
    if first[.language]?.string ?? "" == later[.language]?.string ?? "" {
      compare("organ", first[.organ], later[.organ], context, &findings)
      compare("body", first[.body], later[.body], context, &findings)
      compare("place", first.meeting?.place, later.meeting?.place, context, &findings)
    }
    compareDates("first day", { $0.meeting?.from }, context, &findings)
    compareDates("last day", { $0.meeting?.to }, context, &findings)
  }

  private func compare(
    _ name: String, _ first: SourcedText?, _ later: SourcedText?, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    guard let first, let later,
      OutlineSection.comparable(first.string) != OutlineSection.comparable(later.string)
    else { return }
    report(
      "the \(name) is “\(first.string)” in \(context.series.parts[0].file.name), not "
        + "“\(later.string)”", later.range, first.range, context, &findings)
  }

  private func compareDates(
    _ name: String, _ date: (Masthead) -> CalendarDate?, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let (first, later) = (context.series.parts[0].masthead, context.report.masthead)
    guard let before = date(first), let now = date(later), before != now,
      let firstRange = first.meeting?.keyRange, let laterRange = later.meeting?.keyRange
    else { return }
    report(
      "the \(name) of the meeting is \(before) in \(context.series.parts[0].file.name), not \(now)",
      laterRange, firstRange, context, &findings)
  }

  private func report(
    _ message: String, _ later: TextRange, _ first: TextRange, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    findings.append(
      Finding(
        "parts-mismatched", at: context.place(later), message,
        related: [RelatedPlace(context.series.parts[0].place(first), "in the first part")]))
  }
}

/// The symbol of a part: that of a document, with the number of the addendum.
private struct PartSymbol: Equatable {
  /// The symbol without the addendum.
  let document: String
  /// 0 for the document itself.
  let addendum: Int

  /// - Parameter field: The symbol as it is typed; an asterisk marks a reissue of the same document.
  init(_ field: SourcedText) {
    var parts = DocumentSymbol(field.string).corrected.parts.map { part in
      part.split(separator: "*", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    }
    let number = parts.last.flatMap { $0.hasPrefix("Add.") ? Int($0.dropFirst(4)) : nil }
    if number != nil { parts.removeLast() }
    document = parts.joined(separator: "/")
    addendum = number ?? 0
  }

  /// What the symbol is called beside another of the same document.
  var name: String { addendum == 0 ? document : "Add.\(addendum)" }
}
