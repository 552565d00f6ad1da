//! The table of each kind: which keys a file may have, what each may hold, what it refers to.
//!
//! One table a kind is the only place where a key is named. The parser walks a file against it;
//! suggestions, documentation, editors' schemas and the test that plants a wrong id in every
//! reference field are derived from it. This module must not know a file, a span or a value.

mod call;
mod event;
mod file;
mod organisation;
mod page;
mod partnership;
mod person;
mod phase;
mod picture;
mod pole;
mod post;
mod programme;
mod publication;
mod region;
mod shapes;
mod text;
mod video;
mod vocabulary;

use crate::locale::{Bilingual, Locale, both};
use crate::suggestion::nearest;

/// What a content file describes. The folder decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A piece of news, in Markdown.
    Post,
    /// An event of the agenda, in Markdown.
    Event,
    /// A call, in Markdown.
    Call,
    /// A publication, in Markdown.
    Publication,
    /// A lasting page, in Markdown.
    Page,
    /// A cluster labelled by the State, or that once was.
    Pole,
    /// Any other organisation.
    Organisation,
    /// A region or collectivité.
    Region,
    /// A phase of the label.
    Phase,
    /// A joint candidacy, a merger, a roadmap held together…
    Partnership,
    /// A programme that organisations take part in.
    Programme,
    /// A person.
    Person,
    /// A controlled list of terms.
    Vocabulary,
    /// What is said of a picture, in a file beside it rather than in a folder of its own.
    Picture,
}

impl Kind {
    /// Every kind that has a folder, in reading order.
    pub const ALL: [Self; 13] = [
        Self::Post,
        Self::Event,
        Self::Call,
        Self::Publication,
        Self::Page,
        Self::Pole,
        Self::Organisation,
        Self::Region,
        Self::Phase,
        Self::Partnership,
        Self::Programme,
        Self::Person,
        Self::Vocabulary,
    ];

    /// The name of the kind in addresses of references: `pole:tes`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Event => "event",
            Self::Call => "call",
            Self::Publication => "publication",
            Self::Page => "page",
            Self::Pole => "pole",
            Self::Organisation => "organisation",
            Self::Region => "region",
            Self::Phase => "phase",
            Self::Partnership => "partnership",
            Self::Programme => "programme",
            Self::Person => "person",
            Self::Vocabulary => "vocabulary",
            Self::Picture => "picture",
        }
    }

    /// The folder of the content that holds this kind; none holds pictures alone.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Post => "news",
            Self::Event => "events",
            Self::Call => "calls",
            Self::Publication => "publications",
            Self::Page => "pages",
            Self::Pole => "poles",
            Self::Organisation => "organisations",
            Self::Region => "regions",
            Self::Phase => "phases",
            Self::Partnership => "partnerships",
            Self::Programme => "programmes",
            Self::Person => "people",
            Self::Vocabulary => "vocabularies",
            Self::Picture => "",
        }
    }

    /// How files of this kind are written.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Post | Self::Event | Self::Call | Self::Publication | Self::Page => Format::Markdown,
            _ => Format::Yaml,
        }
    }

    /// Whether it is a text, shown only in the languages that it is written in.
    #[must_use]
    pub fn is_text(self) -> bool {
        self.format() == Format::Markdown
    }

    /// The kind of a name such as `pole`, if it is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind kept in a folder.
    #[must_use]
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// What a writer calls one of these, without article: « fiche de pôle ».
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Post => both("actualité", "post"),
            Self::Event => both("événement", "event"),
            Self::Call => both("appel", "call"),
            Self::Publication => both("publication", "publication"),
            Self::Page => both("page", "page"),
            Self::Pole => both("pôle", "pole"),
            Self::Organisation => both("organisation", "organisation"),
            Self::Region => both("région", "region"),
            Self::Phase => both("phase", "phase"),
            Self::Partnership => both("partenariat", "partnership"),
            Self::Programme => both("programme", "programme"),
            Self::Person => both("personne", "person"),
            Self::Vocabulary => both("liste de termes", "list of terms"),
            Self::Picture => both("fiche d’image", "picture entry"),
        }
    }

    /// The same with the French words for "no", which agree: « aucune région », « aucun pôle ».
    #[must_use]
    pub fn none(self, locale: Locale) -> String {
        let title = self.title().get(locale);
        match (locale, self) {
            (Locale::English, _) => format!("no {title}"),
            (Locale::French, Self::Pole | Self::Partnership | Self::Programme | Self::Event | Self::Call) => {
                format!("aucun {title}")
            }
            (Locale::French, _) => format!("aucune {title}"),
        }
    }

    /// The table of this kind.
    #[must_use]
    pub const fn shape(self) -> &'static Shape {
        match self {
            Self::Post => &post::POST,
            Self::Event => &event::EVENT,
            Self::Call => &call::CALL,
            Self::Publication => &publication::PUBLICATION,
            Self::Page => &page::PAGE,
            Self::Pole => &pole::POLE,
            Self::Organisation => &organisation::ORGANISATION,
            Self::Region => &region::REGION,
            Self::Phase => &phase::PHASE,
            Self::Partnership => &partnership::PARTNERSHIP,
            Self::Programme => &programme::PROGRAMME,
            Self::Person => &person::PERSON,
            Self::Vocabulary => &vocabulary::VOCABULARY,
            Self::Picture => &picture::PICTURE,
        }
    }
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A front matter in YAML, then a text in Markdown.
    Markdown,
    /// YAML alone.
    Yaml,
}

impl Format {
    /// The file name's ending, with its dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => ".md",
            Self::Yaml => ".yaml",
        }
    }
}

/// A controlled list of terms; its file is `vocabularies/<name>.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Fields of activity.
    Sectors,
    /// What a figure measures.
    Metrics,
    /// Areas that are not regions: Grand Ouest, axe Seine.
    Zones,
    /// Themes of the news.
    Tags,
    /// Kinds of organisation.
    OrganisationKinds,
    /// Publications that facts are drawn from, written once.
    Sources,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 6] =
        [Self::Sectors, Self::Metrics, Self::Zones, Self::Tags, Self::OrganisationKinds, Self::Sources];

    /// The stem of the list's file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sectors => "sectors",
            Self::Metrics => "metrics",
            Self::Zones => "zones",
            Self::Tags => "tags",
            Self::OrganisationKinds => "organisation-kinds",
            Self::Sources => "sources",
        }
    }

    /// The list of a file's stem.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }

    /// What a writer calls one term of the list.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Sectors => both("secteur", "sector"),
            Self::Metrics => both("indicateur", "metric"),
            Self::Zones => both("zone", "zone"),
            Self::Tags => both("thème", "theme"),
            Self::OrganisationKinds => both("type d’organisation", "kind of organisation"),
            Self::Sources => both("source", "source"),
        }
    }

    /// The title after "no": « aucun secteur », « aucune zone ».
    #[must_use]
    pub fn none(self, locale: Locale) -> String {
        let title = self.title().get(locale);
        match (locale, self) {
            (Locale::English, _) => format!("no {title}"),
            (Locale::French, Self::Zones | Self::Sources) => format!("aucune {title}"),
            (Locale::French, _) => format!("aucun {title}"),
        }
    }

    /// The table of the list's file.
    #[must_use]
    pub const fn shape(self) -> &'static Shape {
        match self {
            Self::Metrics => &vocabulary::METRICS_FILE,
            Self::Sources => &vocabulary::SOURCES_FILE,
            _ => &vocabulary::VOCABULARY,
        }
    }
}

/// A table of keys: a whole file, or a value that has keys of its own.
#[derive(Debug)]
pub struct Shape {
    /// The key under which a message may name it, or the kind's name.
    pub name: &'static str,
    /// Groups of fields, in the order in which a file is best written.
    pub fields: &'static [&'static [Field]],
}

impl Shape {
    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().copied().flatten()
    }

    /// The keys that an original may have.
    pub fn usual_keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields().filter(|field| field.translation != Translation::Only).map(|field| field.key)
    }

    /// The field of a canonical key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.key == key)
    }

    /// The field that a French synonym stands for.
    #[must_use]
    pub fn field_by_synonym(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.synonyms.contains(&key))
    }

    /// The field that a key which is none of the table most likely means.
    #[must_use]
    pub fn nearest_field(&self, key: &str) -> Option<&'static Field> {
        let synonyms = self.fields().flat_map(|field| field.synonyms.iter().copied());
        let near = nearest(key, self.fields().map(|field| field.key).chain(synonyms))?;
        self.field(near).or_else(|| self.field_by_synonym(near))
    }
}

/// One key of a table.
#[derive(Debug)]
pub struct Field {
    /// The canonical key.
    pub key: &'static str,
    /// French keys that are understood in its place.
    pub synonyms: &'static [&'static str],
    /// What it holds.
    pub value: Type,
    /// Whether a file may do without.
    pub presence: Presence,
    /// What it is to a translation.
    pub translation: Translation,
    /// What it is for.
    pub help: Bilingual,
}

/// What a key is to a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translation {
    /// A fact, which the original alone holds.
    Refused,
    /// Words, which a translation puts into its language.
    Words,
    /// Something that each file has for itself.
    Own,
    /// Something that a translation alone has.
    Only,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may be left out.
    Optional,
    /// It must be there.
    Required,
    /// It must be there where that other key is not.
    RequiredUnless(&'static str),
}

/// What a key may hold.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// A text on its own.
    Text,
    /// A text in Markdown.
    Markdown,
    /// `true` or `false`.
    Boolean,
    /// A whole number between two bounds, included.
    Integer(i64, i64),
    /// Two characters or more that look like a number and are not: the code of a region.
    Code,
    /// A date: ISO, partial, an interval, or with an hour.
    Date,
    /// A number as people write it: `1,3 Md€`, `> 1 100`.
    Quantity,
    /// An address on the web, `https` or `http`.
    Url,
    /// An electronic address.
    Email,
    /// The path of a page of this site: `/actualites/2020/…/`.
    Path,
    /// The last part of an address: lower-case letters, digits, hyphens.
    Slug,
    /// One of a few words.
    Choice(&'static [Choice]),
    /// The id of an entry of one of these kinds.
    Reference(&'static [Kind]),
    /// The id of an entry of one of these kinds, or words where there is no such entry.
    ReferenceOrText(&'static [Kind]),
    /// The id of an entry of one of these kinds, or an address on the web.
    ReferenceOrUrl(&'static [Kind]),
    /// How much a file weighs: `45 Mo`.
    Weight,
    /// How long something lasts: `2 min 30 s`.
    Duration,
    /// The id of a term of a list.
    Term(List),
    /// The id of a term, or the same things written out.
    TermOrShape(List, &'static Shape),
    /// Keys of its own.
    Shape(&'static Shape),
    /// Several of these. One alone may stand without its dash.
    Several(&'static Type),
}

impl Type {
    /// The table of the value, or of each of several.
    #[must_use]
    pub const fn table(&self) -> Option<&'static Shape> {
        match self {
            Self::Shape(shape) | Self::Several(Self::Shape(shape)) => Some(shape),
            _ => None,
        }
    }
}

/// One of the words that a [`Type::Choice`] allows.
#[derive(Debug)]
pub struct Choice {
    /// The canonical word.
    pub word: &'static str,
    /// French words that are understood in its place.
    pub synonyms: &'static [&'static str],
}

/// A choice and its French synonyms.
const fn choice(word: &'static str, synonyms: &'static [&'static str]) -> Choice {
    Choice { word, synonyms }
}

/// An optional field.
const fn optional(
    key: &'static str,
    synonyms: &'static [&'static str],
    value: Type,
    french: &'static str,
    english: &'static str,
) -> Field {
    Field {
        key,
        synonyms,
        value,
        presence: Presence::Optional,
        translation: Translation::Refused,
        help: both(french, english),
    }
}

/// A required field.
const fn required(
    key: &'static str,
    synonyms: &'static [&'static str],
    value: Type,
    french: &'static str,
    english: &'static str,
) -> Field {
    let mut field = optional(key, synonyms, value, french, english);
    field.presence = Presence::Required;
    field
}

/// The field, required where another key is missing.
const fn unless(mut field: Field, other: &'static str) -> Field {
    field.presence = Presence::RequiredUnless(other);
    field
}

/// The field, whose words a translation may hold.
const fn translatable(mut field: Field) -> Field {
    field.translation = Translation::Words;
    field
}

/// The field, which each file has for itself.
const fn own(mut field: Field) -> Field {
    field.translation = Translation::Own;
    field
}
