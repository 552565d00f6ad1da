//! What cannot be followed in the file, as data; a rule words it.

use super::written::{Meaning, Wanted, Written};
use super::{Declaration, Words};
use crate::language::Language;
use crate::source::Span;
use crate::toml_slip::TomlSlip;

/// What cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: AccessibilityFaultKind,
}

/// What cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessibilityFaultKind {
    /// It is not TOML, or has a key or type that is not known.
    Unreadable(TomlSlip),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A value that is not what is wanted there.
    Not {
        /// As written.
        text: String,
        /// What is wanted.
        wanted: Wanted,
    },
    /// A criterion that has a verdict already, at its first place.
    Twice {
        /// Its number.
        number: String,
        /// Where the first stands.
        first: Span,
    },
    /// Words for a language that the site does not have.
    ForeignLanguage {
        /// The tag written.
        tag: String,
        /// Those of the site.
        languages: Vec<String>,
    },
    /// A scheme of no year, or of more than three, or of years apart.
    SchemeYears,
    /// An address that is not one: `https://…`.
    Url(String),
}

/// How many years a scheme may cover.
const LONGEST_SCHEME: usize = 3;

/// All that cannot be followed in a declaration, for a site of these languages.
pub(super) fn find(declaration: &Declaration, languages: &[Language]) -> Vec<AccessibilityFault> {
    let mut faults = meaningless(declaration);
    faults.extend(twice(declaration));
    faults.extend(texts(declaration).into_iter().flat_map(|words| foreign(words, languages)));
    faults.extend(of_scheme(declaration));
    faults
}

/// The values that mean nothing.
fn meaningless(declaration: &Declaration) -> Vec<AccessibilityFault> {
    let Declaration { statement, audit, plan, non_conformities, exemptions, .. } = declaration;
    let mut faults = Vec::new();
    faults.extend(statement.date.as_ref().and_then(not));
    faults.extend(statement.state.as_ref().and_then(not));
    faults.extend(statement.rate.as_ref().and_then(not));
    if let Some(audit) = audit {
        faults.extend(not(&audit.date));
        faults.extend(audit.method.as_ref().and_then(not));
        for judged in &audit.criteria.0 {
            faults.extend(not(&judged.number).or_else(|| not(&judged.verdict)));
        }
    }
    let actions = plan.iter().flat_map(|year| &year.actions);
    faults.extend(actions.filter_map(|action| action.state.as_ref().and_then(not)));
    for non_conformity in non_conformities {
        faults.extend(not(&non_conformity.criterion));
        faults.extend(non_conformity.planned.as_ref().and_then(not));
    }
    faults.extend(exemptions.iter().filter_map(|exemption| exemption.criterion.as_ref().and_then(not)));
    faults
}

/// What is wrong with a value that means nothing.
fn not<T: Meaning>(written: &Written<T>) -> Option<AccessibilityFault> {
    let kind = AccessibilityFaultKind::Not { text: written.text.clone(), wanted: T::WANTED };
    written.value.is_none().then_some(AccessibilityFault { span: written.span, kind })
}

/// A number written with quotes and without is one key for no reader of TOML but ours.
fn twice(declaration: &Declaration) -> Vec<AccessibilityFault> {
    let judged = declaration.audit.as_ref().map_or(&[][..], |audit| &audit.criteria.0);
    let repeated = judged.iter().enumerate().filter_map(|(place, later)| {
        let mut before = judged.iter().take(place);
        let first =
            before.find(|first| later.number.value.is_some() && first.number.value == later.number.value)?;
        let kind =
            AccessibilityFaultKind::Twice { number: later.number.text.clone(), first: first.number.span };
        Some(AccessibilityFault { span: later.number.span, kind })
    });
    repeated.collect()
}

/// Every text that may be in several languages.
fn texts(declaration: &Declaration) -> Vec<&Words> {
    let Declaration { statement, contact, scheme, plan, audit, non_conformities, exemptions, out_of_scope } =
        declaration;
    let mut texts: Vec<&Words> = statement.entity.iter().chain(&statement.technologies).collect();
    texts.extend(contact.email.iter().chain(&contact.telephone).chain(&contact.postal));
    texts.extend(scheme.iter().filter_map(|scheme| scheme.text.as_ref()));
    texts.extend(plan.iter().flat_map(|year| &year.actions).map(|action| &action.what));
    if let Some(audit) = audit {
        texts.extend(audit.auditor.iter().chain(&audit.environments).chain(&audit.tools));
        texts.extend(audit.pages.iter().map(|page| &page.title));
    }
    for fault in non_conformities {
        texts.extend([&fault.what].into_iter().chain(&fault.place));
    }
    for exemption in exemptions {
        texts.extend([&exemption.content, &exemption.reason].into_iter().chain(&exemption.alternative));
    }
    for outside in out_of_scope {
        texts.extend([&outside.content].into_iter().chain(&outside.reason));
    }
    texts
}

/// Words for a language that the site does not have would never show.
fn foreign(words: &Words, languages: &[Language]) -> Vec<AccessibilityFault> {
    let is_foreign = |tag: &&str| !languages.iter().any(|language| language.tag() == *tag);
    let fault = |tag: &str| AccessibilityFault {
        span: words.span,
        kind: AccessibilityFaultKind::ForeignLanguage {
            tag: tag.to_owned(),
            languages: languages.iter().map(|language| language.tag().to_owned()).collect(),
        },
    };
    words.tags().filter(is_foreign).map(fault).collect()
}

fn of_scheme(declaration: &Declaration) -> Vec<AccessibilityFault> {
    let Some(scheme) = &declaration.scheme else { return Vec::new() };
    let mut faults = Vec::new();
    let years = scheme.years.get_ref();
    let follow = years.windows(2).all(|two| matches!(two, [one, next] if one.checked_add(1) == Some(*next)));
    if !(1..=LONGEST_SCHEME).contains(&years.len()) || !follow {
        let span = Span::new(scheme.years.span().start, scheme.years.span().end);
        faults.push(AccessibilityFault { span, kind: AccessibilityFaultKind::SchemeYears });
    }
    let is_web =
        |url: &str| url.starts_with("https://") || url.starts_with("http://") || url.starts_with('/');
    if let Some(url) = scheme.url.as_ref().filter(|url| !is_web(url.get_ref())) {
        let span = Span::new(url.span().start, url.span().end);
        faults.push(AccessibilityFault { span, kind: AccessibilityFaultKind::Url(url.get_ref().clone()) });
    }
    faults
}
