internal import CPCRE2
public import SourceText

/// A pattern of PCRE2, compiled when it is made, with a limit to the work of each search.
public final class Pattern: @unchecked Sendable {
  // Sendable: the compiled code is not changed by matching; each search has its own match data.
  private let code: OpaquePointer
  private let context: OpaquePointer
  private let groups: Int

  /// The most steps of a search. A pattern that needs more for a paragraph is at fault itself.
  private static let matchLimit: UInt32 = 100_000

  /// Why a pattern cannot be compiled.
  public struct Fault: Error, Sendable {
    /// What PCRE2 says, such as "missing closing parenthesis".
    public let reason: String
    /// The UTF-8 offset in the pattern where it found that.
    public let offset: Int
  }

  /// Why a search was given up.
  public enum SearchFault: Error, Sendable {
    /// The pattern needs more steps than it may take.
    case tooSlow
    /// The searches have taken more time than they may, all together.
    case budgetSpent
  }

  /// Compiles a pattern.
  /// - Parameters:
  ///   - source: The pattern, in the syntax of PCRE2.
  ///   - ignoresCase: Whether small and capital letters are the same.
  ///   - usesUnicodeProperties: Whether `\w`, `\d` and `\b` know letters beyond ASCII.
  ///   - isForManySearches: Whether to make machine code of it, which pays from some tens of
  ///     searches on.
  public init(
    _ source: String, ignoresCase: Bool = false, usesUnicodeProperties: Bool = false,
    isForManySearches: Bool = false
  ) throws(Fault) {
    var options = UInt32(PCRE2_UTF) | UInt32(bitPattern: Int32(PCRE2_NO_UTF_CHECK))
    // A byte of a character by itself is no text.
    options |= UInt32(PCRE2_NEVER_BACKSLASH_C)
    options |= UInt32(PCRE2_USE_OFFSET_LIMIT)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    if usesUnicodeProperties { options |= UInt32(PCRE2_UCP) }
    var error: Int32 = 0
    var offset = 0
    var source = source
    let compiled = source.withUTF8 {
      pcre2_compile_8($0.baseAddress, $0.count, options, &error, &offset, nil)
    }
    guard let compiled, let context = pcre2_match_context_create_8(nil) else {
      throw Fault(reason: Self.message(of: error), offset: offset)
    }
    // Without a just-in-time compiler the pattern is interpreted, which is slower and no different.
    if isForManySearches { pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE)) }
    pcre2_set_match_limit_8(context, Self.matchLimit)
    code = compiled
    self.context = context
    var count: UInt32 = 0
    pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groups = Int(count)
  }

  deinit {
    pcre2_code_free_8(code)
    pcre2_match_context_free_8(context)
  }

  /// How many places of a text are tried as the beginning of a match before the time is looked at:
  /// the limit of steps is one for each place.
  private static let stretch = 4_096

  /// The matches in a text, from the left, none overlapping another.
  /// - Parameter budget: The time that the search may take with others.
  /// - Returns: Of each match the range of the whole and of each group, as UTF-8 offsets; nil for a
  ///   group that took no part.
  public func matches(in text: TextSlice, within budget: inout SearchBudget) throws(SearchFault)
    -> [[Range<Int>?]]
  {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_copy_8(context)
    else { return [] }
    defer {
      pcre2_match_data_free_8(data)
      pcre2_match_context_free_8(context)
    }
    var found: [[Range<Int>?]] = []
    var time = SearchBudget.now()
    var start = 0
    while start <= text.count {
      if budget.isSpent { throw .budgetSpent }
      defer { time = budget.spend(since: time) }
      let last = start + Self.stretch
      pcre2_set_offset_limit_8(context, last < text.count ? last : Int.max)
      let count = text.withBytes {
        pcre2_match_8(
          code, $0.baseAddress, $0.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
      }
      if count == PCRE2_ERROR_NOMATCH {
        start = last < text.count ? text.nextScalar(after: last) : .max
        continue
      }
      guard count > 0 else { throw .tooSlow }
      let ranges = ranges(of: data)
      guard let whole = ranges[0] else { break }
      found.append(ranges)
      start = whole.isEmpty ? text.nextScalar(after: whole.upperBound) : whole.upperBound
    }
    return found
  }

  private func ranges(of data: OpaquePointer) -> [Range<Int>?] {
    guard let vector = pcre2_get_ovector_pointer_8(data) else { return [nil] }
    return (0...groups).map { group in
      let (start, end) = (vector[group * 2], vector[group * 2 + 1])
      return start == Int.max || start > end || end < 0 || start < 0 ? nil : start..<end
    }
  }

  private static func message(of error: Int32) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let length = pcre2_get_error_message_8(error, buffer.baseAddress, buffer.count)
      return String(decoding: buffer.prefix(max(Int(length), 0)), as: UTF8.self)
    }
  }
}

extension TextSlice {
  /// The offset after the scalar that starts at an offset.
  fileprivate func nextScalar(after offset: Int) -> Int {
    var next = offset + 1
    while next < count, self[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
