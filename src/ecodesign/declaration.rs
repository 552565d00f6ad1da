//! What editors declare of the ecodesign of their site.

use std::collections::BTreeMap;

use toml::{Spanned, Value};

use super::assessment::State;
use super::criteria::CRITERIA;
use super::criterion::{Class, Criterion, criterion};
use super::facts;
use super::fault::{EcodesignFault, EcodesignFaultKind};
use super::file::{self, File};
use super::texts::{Texts, says_something};
use crate::config::SiteConfig;
use crate::date::{Date, Day};
use crate::source::{Source, Span};
use crate::toml_slip::TomlSlip;

/// What editors declare.
#[derive(Clone, Debug, Default)]
pub struct Declaration {
    /// Whether there is a file of it.
    pub is_there: bool,
    /// The audiences and their needs.
    pub audiences: Option<Texts>,
    /// What impacts are to come down to.
    pub targets: Option<Texts>,
    /// Who is in charge.
    pub referent: Option<Referent>,
    /// When the approach is looked at anew.
    pub review: Option<Review>,
    /// Old devices that the site was tried on.
    pub hardware: Vec<Hardware>,
    /// What is known of the host.
    pub host: Host,
    /// What is said of each criterion, by its number.
    pub claims: BTreeMap<&'static str, Claim>,
}

/// Who is in charge of ecodesign.
#[derive(Clone, Debug)]
pub struct Referent {
    /// A person, a post, or a generic address.
    pub name: String,
}

/// When the approach is looked at anew.
#[derive(Clone, Debug)]
pub struct Review {
    /// How often: a label for counts, and how many of them.
    pub every: Option<(&'static str, usize)>,
    /// The last time.
    pub last: Option<Date>,
    /// The last day by which it is due again; nothing where it never took place.
    pub due: Option<Day>,
    /// Where the last time is written.
    pub span: Span,
}

/// A device that the site was tried on.
#[derive(Clone, Debug)]
pub struct Hardware {
    /// What it is.
    pub model: String,
    /// The year that it is of.
    pub year: i16,
    /// Its system.
    pub system: String,
    /// Its browser.
    pub browser: String,
    /// When it was tried.
    pub date: Option<Date>,
}

/// What is known of the host.
#[derive(Clone, Debug, Default)]
pub struct Host {
    /// Its name; empty where no one says.
    pub name: String,
    /// Facts, by the criterion that they answer.
    pub facts: BTreeMap<&'static str, Fact>,
}

/// A fact with what it comes from.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its figure.
    pub value: Option<f64>,
    /// Its words.
    pub text: Option<Texts>,
    /// Where it comes from; empty where its words are all.
    pub url: String,
    /// As of when.
    pub date: Option<Date>,
}

/// What is said of a criterion.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The state that it is said to be in.
    pub state: Option<State>,
    /// Why.
    pub text: Option<Texts>,
    /// Where it can be seen; empty where nowhere.
    pub url: String,
    /// As of when.
    pub date: Option<Date>,
    /// Where the state is written, or else the criterion.
    pub span: Span,
}

impl Claim {
    /// Whether it gives reasons, none of them still to be filled in.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.text.as_ref().is_some_and(Texts::says_something)
    }
}

impl Fact {
    /// Whether it says where it comes from.
    #[must_use]
    pub fn has_source(&self) -> bool {
        says_something(&self.url) || self.text.as_ref().is_some_and(Texts::says_something)
    }
}

/// Criteria that facts of the file answer, whatever is said of them elsewhere.
pub(super) const BY_FACTS: [&str; 8] = ["1.2", "1.3", "1.4", "2.2", "8.3", "8.4", "8.5", "8.6"];

/// Reads a declaration, with all that is wrong in it. One that cannot be read declares nothing.
pub(super) fn read(source: &Source, config: &SiteConfig) -> (Declaration, Vec<EcodesignFault>) {
    let mut reader = Reader { faults: Vec::new(), config };
    if let Some(at) = source.broken_at {
        reader.fault(Span::new(at, at + '\u{FFFD}'.len_utf8()), EcodesignFaultKind::NotUtf8);
    }
    let declaration = match toml::from_str::<File>(&source.text) {
        Ok(file) => reader.declaration(file),
        Err(error) => {
            let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
            let slip = TomlSlip::of(error.message(), &source.text);
            let written = source.text.get(span.range()).unwrap_or("");
            let kind = match slip {
                // TOML has days alone, and a writer may well know the month alone.
                TomlSlip::Other if is_like_a_date(written) => EcodesignFaultKind::Date(written.to_owned()),
                slip => EcodesignFaultKind::Unreadable(slip),
            };
            reader.fault(span, kind);
            Declaration { is_there: true, ..Declaration::default() }
        }
    };
    reader.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    (declaration, reader.faults)
}

struct Reader<'a> {
    faults: Vec<EcodesignFault>,
    config: &'a SiteConfig,
}

impl Reader<'_> {
    fn fault(&mut self, span: Span, kind: EcodesignFaultKind) {
        self.faults.push(EcodesignFault { span, kind });
    }

    fn declaration(&mut self, file: File) -> Declaration {
        let texts = [&file.audiences, &file.targets];
        texts.into_iter().flatten().for_each(|texts| self.languages(texts));
        let mut declaration = Declaration {
            is_there: true,
            audiences: file.audiences,
            targets: file.targets,
            referent: file.referent.map(|it| Referent { name: it.name }),
            review: file.review.map(|review| self.review(&review)),
            hardware: file.hardware.into_iter().map(|it| self.hardware(it)).collect(),
            host: self.host(file.host),
            claims: BTreeMap::new(),
        };
        for (number, claim) in file.criteria {
            let Some(criterion) = criterion(number.get_ref()) else {
                let kind = EcodesignFaultKind::UnknownCriterion(number.get_ref().clone());
                self.fault(span(&number), kind);
                continue;
            };
            let claim = self.claim(claim, span(&number));
            self.check(criterion, &claim, &declaration);
            declaration.claims.insert(criterion.number, claim);
        }
        declaration
    }

    /// What a claim may not say of a criterion, as far as the file alone tells.
    fn check(&mut self, criterion: &Criterion, claim: &Claim, declaration: &Declaration) {
        let Some(state) = claim.state else { return };
        let number = criterion.number;
        if criterion.is_of_build_alone() {
            return self.fault(claim.span, EcodesignFaultKind::OfBuild(number));
        }
        let by_facts = BY_FACTS.contains(&number);
        let agrees = match facts::verdict(declaration, number, None) {
            Some((told, _)) => told == state,
            None => !by_facts || state != State::Validated,
        };
        if !agrees {
            return self.fault(claim.span, EcodesignFaultKind::AgainstFacts(number));
        }
        let is_to_fill = claim.text.as_ref().is_some_and(Texts::is_to_fill);
        if state != State::NotValidated && !claim.has_words() && !is_to_fill && !by_facts {
            self.fault(claim.span, EcodesignFaultKind::NoWords(number));
        }
    }

    fn claim(&mut self, written: file::Claim, number: Span) -> Claim {
        written.text.iter().for_each(|texts| self.languages(texts));
        Claim {
            state: written.state.as_ref().map(|state| State::from(*state.get_ref())),
            span: written.state.as_ref().map_or(number, span),
            url: self.address(written.url),
            date: written.date.as_ref().and_then(|date| self.date(date)),
            text: written.text,
        }
    }

    fn review(&mut self, written: &file::Review) -> Review {
        let lapse = lapse(written.every.get_ref());
        if lapse.is_none() {
            self.fault(span(&written.every), EcodesignFaultKind::Period(written.every.get_ref().clone()));
        }
        let last = written.last.as_ref().and_then(|last| self.date(last));
        Review {
            every: lapse.map(|lapse| (lapse.unit, lapse.count)),
            due: last.zip(lapse).and_then(|(last, lapse)| last.last.checked_add(lapse.span).ok()),
            last,
            span: written.last.as_ref().map_or(span(&written.every), span),
        }
    }

    fn hardware(&mut self, written: file::Hardware) -> Hardware {
        Hardware {
            date: self.date(&written.date),
            model: written.model,
            year: written.year,
            system: written.system,
            browser: written.browser,
        }
    }

    fn host(&mut self, written: file::Host) -> Host {
        let facts = [
            ("8.1", written.footprint, None),
            ("8.2", written.equipment, None),
            ("8.3", written.pue, Some(1.0..=10.0)),
            ("8.4", written.wue, Some(0.0..=100.0)),
            ("8.5", written.renewable, Some(0.0..=100.0)),
            ("8.6", written.location, Some(0.0..=2000.0)),
            ("8.7", written.heat, None),
        ];
        let facts = facts.into_iter().filter_map(|(number, fact, range)| {
            let fact = fact?;
            let place = span(&fact);
            Some((number, self.fact(fact.into_inner(), place, range)))
        });
        Host { facts: facts.collect(), name: written.name.unwrap_or_default() }
    }

    fn fact(
        &mut self,
        written: file::Fact,
        place: Span,
        range: Option<std::ops::RangeInclusive<f64>>,
    ) -> Fact {
        written.text.iter().for_each(|texts| self.languages(texts));
        match (&written.value, range) {
            (Some(value), Some(range)) if !range.contains(value.get_ref()) => {
                self.fault(span(value), EcodesignFaultKind::Figure);
            }
            (None, Some(_)) => self.fault(place, EcodesignFaultKind::NoFigure),
            _ => {}
        }
        if written.text.is_none() && written.url.is_none() {
            self.fault(place, EcodesignFaultKind::NoSource);
        }
        Fact {
            value: written.value.map(Spanned::into_inner),
            text: written.text,
            url: self.address(written.url),
            date: written.date.as_ref().and_then(|date| self.date(date)),
        }
    }

    /// A date, as TOML has them or between quotes.
    fn date(&mut self, written: &Spanned<Value>) -> Option<Date> {
        let text = match written.get_ref() {
            Value::Datetime(date) => date.to_string(),
            Value::String(text) => text.clone(),
            Value::Integer(year) => year.to_string(),
            other => other.type_str().to_owned(),
        };
        let date = Date::parse(&text).ok();
        if date.is_none() && says_something(&text) {
            self.fault(span(written), EcodesignFaultKind::Date(text));
        }
        date
    }

    fn address(&mut self, written: Option<Spanned<String>>) -> String {
        let Some(url) = written else { return String::new() };
        let is_page = ["https://", "http://", "/"].iter().any(|start| url.get_ref().starts_with(start));
        if !is_page && says_something(url.get_ref()) {
            self.fault(span(&url), EcodesignFaultKind::Address(url.get_ref().clone()));
        }
        if is_page { url.into_inner() } else { String::new() }
    }

    fn languages(&mut self, texts: &Texts) {
        let own: Vec<String> = self.config.languages.iter().map(|it| it.tag().to_owned()).collect();
        for tag in texts.languages().filter(|tag| !own.contains(tag.get_ref())) {
            let kind =
                EcodesignFaultKind::ForeignLanguage { tag: tag.get_ref().clone(), languages: own.clone() };
            self.fault(span(tag), kind);
        }
    }
}

impl Declaration {
    /// Whether facts of the file speak of a criterion.
    #[must_use]
    pub fn tells(&self, number: &str) -> bool {
        match number {
            "1.2" => self.audiences.is_some(),
            "1.3" => self.referent.is_some(),
            "1.4" => self.review.is_some(),
            "2.2" => !self.hardware.is_empty(),
            _ => self.host.facts.contains_key(number),
        }
    }

    /// The criteria that nothing is said of and that an editor can answer.
    pub fn open(&self) -> impl Iterator<Item = &'static Criterion> {
        let declared = CRITERIA.iter().filter(|it| it.class == Class::Declared);
        declared.filter(|it| !self.claims.contains_key(it.number) && !self.tells(it.number))
    }
}

fn is_like_a_date(written: &str) -> bool {
    written.contains('-') && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn span<T>(value: &Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}

/// How often something takes place.
#[derive(Clone, Copy)]
struct Lapse {
    /// The label by which such a count is worded.
    unit: &'static str,
    count: usize,
    span: jiff::Span,
}

/// `6 months`, `1 an`, `90 days`.
fn lapse(text: &str) -> Option<Lapse> {
    let (count, unit) = text.trim().split_once([' ', '\u{A0}', '\u{202F}'])?;
    let count: i16 = count.parse().ok().filter(|count| (1..=1000).contains(count))?;
    let none = jiff::Span::new();
    let (unit, span) = match unit.trim() {
        "year" | "years" | "an" | "ans" => ("ecodesign.years", none.try_years(count)),
        "month" | "months" | "mois" => ("ecodesign.months", none.try_months(count)),
        "week" | "weeks" | "semaine" | "semaines" => ("ecodesign.weeks", none.try_weeks(count)),
        "day" | "days" | "jour" | "jours" => ("ecodesign.days", none.try_days(count)),
        _ => return None,
    };
    Some(Lapse { unit, count: usize::try_from(count).ok()?, span: span.ok()? })
}
