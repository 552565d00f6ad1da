//! The slips by which a text stops being YAML, sorted by what a writer did rather than by what the
//! reader was about to do.

use granit_parser::ErrorKind;

/// What a writer most likely did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YamlSlip {
    /// Git has left two versions of the text.
    Conflict,
    /// A tab where spaces show the depth.
    Tab,
    /// A quote that is not closed.
    OpenQuote,
    /// Words after a text between apostrophes, as in `'L'été'`.
    AfterApostrophes,
    /// Words after a text between quotes.
    AfterQuotes,
    /// A backslash before what it does not stand before, within quotes.
    Escape,
    /// A bracket or brace that is not closed.
    OpenBracket,
    /// A bracket or brace that nothing opens, or that another one should close.
    WrongBracket,
    /// No comma between two values in brackets.
    MissingComma,
    /// A colon and a space within a text, or a line below too far to the right.
    Colon,
    /// A key without its colon.
    MissingColon,
    /// No space after a dash or colon.
    MissingSpace,
    /// A line too far to the left or right.
    Indentation,
    /// A sign by which no value begins.
    Sign(char),
    /// A `#` that begins a note where the text was to go on.
    Note,
    /// Words on the line of `|` or `>`.
    AfterBlockSign,
    /// Words after three dots, which end a file.
    AfterEnd,
    /// Anything else.
    Other,
}

/// What stopped the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A slip.
    Slip(YamlSlip),
    /// An anchor or alias, which is refused anyway.
    Alias,
    /// A tag, which is refused anyway.
    Tag,
    /// Values within values beyond any use.
    TooDeep,
}

/// Whether git has left two versions of a text; where that begins, and how long its line is.
pub(super) fn conflict(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            return Some((at, line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

pub(super) fn stop(kind: &ErrorKind) -> Stop {
    Stop::Slip(match kind {
        ErrorKind::MissingAnchorOrAliasName | ErrorKind::UnknownAnchor | ErrorKind::AnchorCountOverflow => {
            return Stop::Alias;
        }
        ErrorKind::ExpectedTagBang
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::InvalidTagUtf8
        | ErrorKind::UndeclaredTagHandle => return Stop::Tag,
        ErrorKind::RecursionLimitExceeded => return Stop::TooDeep,
        kind => quoted(kind).or_else(|| bracketed(kind)).unwrap_or_else(|| in_lines(kind)),
    })
}

fn quoted(kind: &ErrorKind) -> Option<YamlSlip> {
    Some(match kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => YamlSlip::OpenQuote,
        ErrorKind::InvalidTrailingSingleQuotedScalar => YamlSlip::AfterApostrophes,
        ErrorKind::InvalidTrailingDoubleQuotedScalar => YamlSlip::AfterQuotes,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => YamlSlip::Escape,
        _ => return None,
    })
}

fn bracketed(kind: &ErrorKind) -> Option<YamlSlip> {
    Some(match kind {
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockEntryInFlowCollection => YamlSlip::OpenBracket,
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => {
            YamlSlip::WrongBracket
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::FlowMappingValueAdjacentCollection => YamlSlip::MissingComma,
        _ => return None,
    })
}

fn in_lines(kind: &ErrorKind) -> YamlSlip {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => YamlSlip::Tab,
        ErrorKind::MappingValueNotAllowed => YamlSlip::Colon,
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => YamlSlip::MissingColon,
        ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator => YamlSlip::MissingSpace,
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidIndentation
        | ErrorKind::MappingKeyNotAllowed => YamlSlip::Indentation,
        ErrorKind::UnexpectedCharacter { character } => YamlSlip::Sign(*character),
        ErrorKind::BomInsideDocument => YamlSlip::Sign('\u{FEFF}'),
        ErrorKind::DirectiveDisallowed
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::MissingDocumentEndBeforeDirective
        | ErrorKind::ExpectedDocumentStart => YamlSlip::Sign('%'),
        ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => YamlSlip::Note,
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => YamlSlip::AfterBlockSign,
        ErrorKind::InvalidDocumentEnd => YamlSlip::AfterEnd,
        _ => YamlSlip::Other,
    }
}
