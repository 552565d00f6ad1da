//! A tree of YAML nodes walked against the table of its kind: every fault of a file in one go,
//! every reference it makes, and the values that hold.

use std::borrow::Cow;
use std::sync::Arc;

use super::body::TextOrigin;
use super::characters::composed;
use super::escape;
use super::fault::{Fault, FaultKind};
use super::link::{Destination, destination};
use super::markdown;
use super::open_merge;
use super::record::{Entry, Record, Value};
use super::reference::{Origin, Reference, Target};
use super::statement::{Statement, StatementReader};
use super::yaml::{Node, NodeValue, Writing};
use crate::date::{Date, DateError};
use crate::quantity::{Duration, Quantity, Weight};
use crate::schema::{Field, Presence, Shape, Translation, Type};
use crate::source::{Span, Spanned};

/// What a walk gathers besides values.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What is referred to.
    pub references: Vec<Reference>,
    /// What its texts state.
    pub statements: Vec<Statement>,
}

impl Findings {
    /// Notes a fault.
    pub fn fault(&mut self, span: Span, kind: FaultKind) {
        self.faults.push(Fault { span, kind });
    }
}

/// After so many faults of one file, nobody is helped by the key that each unknown one may mean.
const HELPED: usize = 1000;

/// Which keys a file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// An original: every key of the table.
    Original,
    /// A translation: words alone, and nothing is required.
    Translation,
}

/// Walks nodes of one file.
pub struct Walk<'a> {
    text: &'a str,
    audience: Audience,
    findings: &'a mut Findings,
}

impl<'a> Walk<'a> {
    /// A walk over the whole text of a file.
    pub const fn new(text: &'a str, audience: Audience, findings: &'a mut Findings) -> Self {
        Self { text, audience, findings }
    }

    /// The values of a node that has keys. `missing_at` is where a missing key is told.
    pub fn record(&mut self, node: &Node, shape: &'static Shape, missing_at: Span) -> Record {
        let mut record = Record::default();
        let pairs: &[(Node, Node)] = match &node.value {
            NodeValue::Mapping(pairs) => pairs,
            NodeValue::Empty => &[],
            NodeValue::Scalar(..) | NodeValue::Sequence(_) => {
                self.wrong_type(node, &Type::Shape(shape));
                return record;
            }
        };
        let first_reference = self.findings.references.len();
        let mut keys = Keys::default();
        for (key_node, value_node) in pairs {
            let Some(field) = self.field(key_node, shape, &mut keys) else { continue };
            let empty_at = self.entry(key_node.span, value_node, field, shape, &mut record);
            keys.written.push(WrittenKey { key: field.key, span: key_node.span, empty_at });
        }
        record.settle();
        self.missing(&keys, shape, missing_at);
        self.give_role(first_reference, shape, &record);
        record
    }

    /// The field of a key, told where it is unknown, French, repeated or not to be translated.
    fn field(&mut self, key_node: &Node, shape: &'static Shape, keys: &mut Keys) -> Option<&'static Field> {
        let key = composed(key_node.scalar().unwrap_or(""));
        let key = &*key;
        let Some(field) = shape.field(key).or_else(|| shape.field_by_synonym(key)) else {
            let is_helped = self.findings.faults.len() < HELPED;
            let near = is_helped.then(|| shape.nearest_field(key)).flatten().map(|field| field.key);
            self.findings.fault(key_node.span, FaultKind::UnknownKey { key: key.into(), shape, near });
            keys.settled.extend(near);
            return None;
        };
        if let Some(first) = keys.written(field.key).map(|written| written.span) {
            self.findings.fault(key_node.span, FaultKind::DuplicateKey { key: key.into(), first });
            keys.settled.push(field.key);
            return None;
        }
        // Told after the duplicate: to write the canonical key here would write it twice.
        if field.key != key {
            self.findings.fault(key_node.span, FaultKind::FrenchKey { canonical: field.key });
        }
        if self.audience == Audience::Original && field.translation == Translation::Only {
            self.findings.fault(key_node.span, FaultKind::TranslationsKey { key: field.key });
            return None;
        }
        if self.audience == Audience::Translation && !may_be_translated(field) {
            self.findings.fault(key_node.span, FaultKind::UntranslatableKey { key: field.key });
            keys.written.push(WrittenKey { key: field.key, span: key_node.span, empty_at: None });
            return None;
        }
        Some(field)
    }

    /// Keeps the value of a key; gives the place where it holds nothing, if it does.
    fn entry(
        &mut self,
        key_span: Span,
        value_node: &Node,
        field: &'static Field,
        shape: &'static Shape,
        record: &mut Record,
    ) -> Option<Span> {
        if matches!(value_node.value, NodeValue::Empty) {
            return Some(key_span);
        }
        let origin = Origin::Field { shape: shape.name, key: field.key, role: None };
        let value = self.value(value_node, &field.value, origin)?;
        let is_empty = match &value {
            Value::List(_) => matches!(&value_node.value, NodeValue::Sequence(nodes) if nodes.is_empty()),
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        if let Value::Text(text) = &value
            && holds_prose(field, shape)
        {
            self.states(text, value_node.span);
        }
        let value = Spanned::new(value, value_node.span);
        record.push(Entry { key: field.key, key_span, value });
        is_empty.then_some(value_node.span)
    }

    /// Notes what the words of a key state.
    fn states(&mut self, text: &str, span: Span) {
        let reader = StatementReader::of_words(text);
        if !reader.is_empty() {
            let origin = TextOrigin::of_scalar(text, self.written(span), span);
            self.findings.statements.extend(reader.statements(&origin));
        }
    }

    /// Tells the keys that must be there and are not, or hold nothing.
    fn missing(&mut self, keys: &Keys, shape: &'static Shape, at: Span) {
        // A translation leaves out what its original says; what it says of itself is whole.
        let is_original = self.audience == Audience::Original;
        let fields = shape.fields().filter(|field| is_original || field.translation == Translation::Own);
        for field in fields.filter(|field| !keys.is_filled(field.key)) {
            let or = match field.presence {
                Presence::Optional => continue,
                Presence::Required => None,
                Presence::RequiredUnless(other) if keys.is_filled(other) => continue,
                Presence::RequiredUnless(other) => Some(other),
            };
            // An empty key is told where it stands, be it the one that stands in for the other.
            let empty = keys.empty(field.key).or_else(|| keys.empty(or?));
            match empty {
                Some((key, at)) => self.findings.fault(at, FaultKind::EmptyList { key, shape }),
                None => self.findings.fault(at, FaultKind::MissingKey { key: field.key, or, shape }),
            }
        }
    }

    /// References made in a table that has a `role` take part in that role.
    fn give_role(&mut self, first: usize, shape: &'static Shape, record: &Record) {
        let Some(word) = record.choice("role") else { return };
        for reference in self.findings.references.iter_mut().skip(first) {
            if let Origin::Field { shape: made_in, role, .. } = &mut reference.origin
                && *made_in == shape.name
            {
                *role = Some(word);
            }
        }
    }

    fn value(&mut self, node: &Node, expected: &Type, origin: Origin) -> Option<Value> {
        match expected {
            Type::Several(item) => Some(self.several(node, item, origin)),
            Type::Shape(shape) => self.shape(node, shape),
            Type::TermOrShape(_, shape) if matches!(node.value, NodeValue::Mapping(_)) => {
                self.shape(node, shape)
            }
            _ => {
                let NodeValue::Scalar(text, writing) = &node.value else {
                    self.wrong_type(node, expected);
                    return None;
                };
                self.unseen_escapes(node.span, *writing);
                let text = match (expected, composed(text)) {
                    // Its places are those of the text as written.
                    (Type::Markdown, _) | (_, Cow::Borrowed(_)) => text.clone(),
                    (_, Cow::Owned(composed)) => composed.into(),
                };
                let scalar = Scalar { text, writing: *writing, span: node.span };
                self.scalar(&scalar, expected, origin)
            }
        }
    }

    fn written(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or("")
    }

    fn unseen_escapes(&mut self, span: Span, writing: Writing) {
        let written = if writing == Writing::Quoted { self.written(span) } else { "" };
        for escape in escape::unseen(written) {
            let place = TextOrigin::AsWritten(span.start as usize).span(escape.range.clone());
            let written = written.get(escape.range).unwrap_or("").into();
            self.findings.fault(place, FaultKind::InvisibleEscape { written, character: escape.character });
        }
    }

    /// Tells two versions of a value that git left.
    fn open_merge(&mut self, span: Span) {
        if let Some(range) = open_merge::find_in_value(self.written(span)) {
            let place = TextOrigin::AsWritten(span.start as usize).span(range);
            self.findings.fault(place, FaultKind::OpenMerge);
        }
    }

    fn shape(&mut self, node: &Node, shape: &'static Shape) -> Option<Value> {
        if !matches!(node.value, NodeValue::Mapping(_)) {
            self.wrong_type(node, &Type::Shape(shape));
            return None;
        }
        let first_key = match &node.value {
            NodeValue::Mapping(pairs) => pairs.first().map(|(key, _)| key.span),
            _ => None,
        };
        Some(Value::Record(self.record(node, shape, first_key.unwrap_or(node.span))))
    }

    fn several(&mut self, node: &Node, item: &Type, origin: Origin) -> Value {
        let nodes = match &node.value {
            NodeValue::Sequence(nodes) => nodes.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let values = nodes
            .iter()
            .filter_map(|node| self.item(node, item, origin).map(|value| Spanned::new(value, node.span)));
        let mut values: Vec<Spanned<Value>> = values.collect();
        values.shrink_to_fit();
        Value::List(values)
    }

    /// An item that holds nothing is told as such, whatever its list holds.
    fn item(&mut self, node: &Node, item: &Type, origin: Origin) -> Option<Value> {
        if node.scalar().is_some_and(|text| text.trim().is_empty()) {
            self.wrong_type_at(node.span, item, "".into());
            return None;
        }
        self.value(node, item, origin)
    }

    fn scalar(&mut self, scalar: &Scalar, expected: &Type, origin: Origin) -> Option<Value> {
        let text = &scalar.text;
        let value = match expected {
            Type::Text | Type::Code | Type::Slug | Type::Email | Type::Path => {
                self.plain_text(scalar, expected)
            }
            Type::Url => self.url(scalar),
            Type::Markdown => Some(self.markdown(scalar)),
            Type::Boolean => boolean(text, scalar.writing),
            Type::Integer(low, high) => {
                text.parse().ok().filter(|number| (low..=high).contains(&number)).map(Value::Integer)
            }
            Type::Date => return self.date(scalar, expected),
            Type::Quantity => {
                let quantity = Quantity::parse(text);
                if quantity.is_none() {
                    let kind = FaultKind::UnreadableFigure { written: text.clone() };
                    self.findings.fault(scalar.span, kind);
                }
                return quantity.map(Value::Quantity);
            }
            Type::Choice(choices) => choices
                .iter()
                .find(|choice| choice.word == &**text || choice.synonyms.contains(&&**text))
                .map(|choice| Value::Choice(choice.word)),
            Type::Weight => Weight::parse(text).map(Value::Weight),
            Type::Duration => Duration::parse(text).map(Value::Duration),
            Type::ReferenceOrUrl(_) if !is_slug(text) => self.url(scalar),
            Type::ReferenceOrText(_) if !is_slug(text) => Some(Value::Text(text.clone())),
            Type::Reference(kinds) | Type::ReferenceOrText(kinds) | Type::ReferenceOrUrl(kinds) => {
                // Each accent of it is in its letter already.
                let target = Target::Entity { kinds, named: None, id: text.clone(), fragment: None };
                self.reference(scalar, target, origin);
                Some(Value::Reference(text.clone()))
            }
            Type::Term(list) | Type::TermOrShape(list, _) => {
                self.reference(scalar, Target::Term { list: *list, id: text.clone() }, origin);
                Some(Value::Term(text.clone()))
            }
            Type::Shape(_) | Type::Several(_) => None,
        };
        if value.is_none() {
            self.wrong_type_at(scalar.span, expected, text.clone());
        }
        value
    }

    fn plain_text(&mut self, scalar: &Scalar, expected: &Type) -> Option<Value> {
        let text = &scalar.text;
        let holds = match expected {
            Type::Slug => is_slug(text),
            Type::Email => is_email(text),
            Type::Path => is_site_path(text),
            _ => true,
        };
        if matches!(expected, Type::Text) {
            self.open_merge(scalar.span);
        }
        if scalar.writing == Writing::Plain && is_trap(text) {
            self.findings.fault(scalar.span, FaultKind::TypeTrap { written: text.clone() });
        }
        holds.then(|| Value::Text(text.clone()))
    }

    fn url(&mut self, scalar: &Scalar) -> Option<Value> {
        match destination(&scalar.text) {
            Destination::Web { host, .. } => {
                if markdown::is_shortener(host) {
                    self.findings.fault(scalar.span, FaultKind::LinkShortener(host.into()));
                }
                Some(Value::Text(scalar.text.clone()))
            }
            Destination::Unsafe(scheme) => {
                self.findings.fault(scalar.span, FaultKind::UnsafeUrl(scheme.into()));
                Some(Value::Text("".into()))
            }
            _ => None,
        }
    }

    fn markdown(&mut self, scalar: &Scalar) -> Value {
        self.open_merge(scalar.span);
        let origin = TextOrigin::of_scalar(&scalar.text, self.written(scalar.span), scalar.span);
        Value::Markdown(Arc::new(markdown::read(scalar.text.clone(), origin, self.findings)))
    }

    fn date(&mut self, scalar: &Scalar, expected: &Type) -> Option<Value> {
        match Date::parse(&scalar.text) {
            Ok(date) => Some(Value::Date(date)),
            Err(DateError::Shape) => {
                self.wrong_type_at(scalar.span, expected, scalar.text.clone());
                None
            }
            Err(error) => {
                let kind = FaultKind::ImpossibleDate { written: scalar.text.clone(), error };
                self.findings.fault(scalar.span, kind);
                None
            }
        }
    }

    fn reference(&mut self, scalar: &Scalar, target: Target, origin: Origin) {
        // The quotes of a quoted id are not part of it.
        let quotes = u32::from(scalar.writing == Writing::Quoted);
        let span = Span { start: scalar.span.start + quotes, end: scalar.span.end - quotes };
        self.findings.references.push(Reference { span, target, origin });
    }

    fn wrong_type(&mut self, node: &Node, expected: &Type) {
        let written = self.written(node.span).into();
        self.wrong_type_at(node.span, expected, written);
    }

    fn wrong_type_at(&mut self, span: Span, expected: &Type, written: Arc<str>) {
        self.findings.fault(span, FaultKind::WrongType { expected: *expected, written });
    }
}

/// The keys of one table, as they were met.
#[derive(Default)]
struct Keys {
    written: Vec<WrittenKey>,
    /// Keys that a fault was told of already: a second message would tell the same slip.
    settled: Vec<&'static str>,
}

struct WrittenKey {
    key: &'static str,
    span: Span,
    /// Where it holds nothing, if it does.
    empty_at: Option<Span>,
}

impl Keys {
    fn written(&self, key: &str) -> Option<&WrittenKey> {
        self.written.iter().find(|written| written.key == key)
    }

    /// Whether there is no need to tell that a key is missing.
    fn is_filled(&self, key: &str) -> bool {
        self.settled.contains(&key) || self.written(key).is_some_and(|written| written.empty_at.is_none())
    }

    fn empty(&self, key: &str) -> Option<(&'static str, Span)> {
        self.written(key).and_then(|written| Some((written.key, written.empty_at?)))
    }
}

struct Scalar {
    text: Arc<str>,
    writing: Writing,
    span: Span,
}

/// Whether a key holds sentences of the site's own: a source has a title too, and it is quoted.
fn holds_prose(field: &Field, shape: &Shape) -> bool {
    let has_title = ["post", "page", "event", "call", "publication"].contains(&shape.name);
    field.key == "summary" || (field.key == "title" && has_title)
}

/// A table below may hold words; which of its keys do is judged there.
fn may_be_translated(field: &Field) -> bool {
    let holds_words = field.value.table().is_some_and(|shape| shape.fields().any(may_be_translated));
    field.translation != Translation::Refused || holds_words || field.key == "id"
}

fn boolean(text: &str, writing: Writing) -> Option<Value> {
    match (text, writing) {
        ("true", Writing::Plain) => Some(Value::Boolean(true)),
        ("false", Writing::Plain) => Some(Value::Boolean(false)),
        _ => None,
    }
}

/// Lower-case ASCII letters, digits and hyphens, as ids and ends of addresses are.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-')
}

/// The first sign of an address that files of some system cannot bear.
#[must_use]
pub fn refused_in_site_path(text: &str) -> Option<char> {
    text.chars().find(|character| {
        character.is_control() || character.is_whitespace() || "\\?#%:*\"<>|".contains(*character)
    })
}

/// An address of this site, as a file of any system can hold it.
fn is_site_path(text: &str) -> bool {
    let parts = text.strip_prefix('/').unwrap_or("").trim_end_matches('/').split('/');
    text.starts_with('/')
        && refused_in_site_path(text).is_none()
        && parts.clone().all(|part| !matches!(part, "" | "." | ".."))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// What another reader of YAML would turn into a number or a yes: `01`, `18:30`, `oui` is not.
fn is_trap(text: &str) -> bool {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let octal = text.len() > 1 && text.starts_with('0') && all_digits(text);
    let sexagesimal = text.contains(':') && text.split(':').all(all_digits);
    let word = text.to_ascii_lowercase();
    octal || sexagesimal || matches!(word.as_str(), "yes" | "no" | "on" | "off" | "true" | "false")
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn slugs_are_plain() {
        assert!(is_slug("images-et-reseaux") && is_slug("s2e2"));
        assert!(!is_slug("") && !is_slug("É") && !is_slug("a b") && !is_slug("-a"));
    }
}
