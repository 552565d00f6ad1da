//! One file read on its own: its values, its text, what it refers to, what is wrong in it.
//!
//! Parsing sees one file and never fails: a broken file is a [`Document`] with faults. It must not
//! know any other file, nor the day.

mod body;
mod capital;
mod characters;
pub mod directive;
mod escape;
mod fault;
mod frame;
mod front_matter;
mod link;
mod mark;
pub mod markdown;
mod open_merge;
mod record;
mod reference;
mod revision;
mod statement;
mod text;
mod unfilled;
mod video;
mod walk;
mod yaml;
mod yaml_slip;

use std::sync::Arc;

pub use body::{Body, Heading, PictureInText, TextOrigin};
pub use capital::{Capital, word_mark};
pub use characters::{composed, is_combining, is_composed, is_invisible};
pub use fault::{Fault, FaultKind, Misplacement};
pub use frame::FramePrint;
pub use front_matter::FrontMatterError;
pub use link::{Destination, destination};
pub use record::{Entry, Record, Value};
pub use reference::{Origin, Reference, Target};
pub use statement::{Claim, Reach, Statement};
pub use text::Text;
pub use unfilled::each_mark;
pub use video::is_video;
pub use walk::{is_slug, refused_in_site_path};
pub use yaml::YamlError;
pub use yaml_slip::YamlSlip;

use crate::image_header::Format as ImageFormat;
use crate::language::Language;
use crate::schema::{Format, Kind, List, Shape};
use crate::source::{FilePath, Source, Span};
use crate::world::{Passage, TextReader};
use walk::{Audience, Findings, Walk};

/// A file of the content, read on its own.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where the file lies.
    pub path: FilePath,
    /// What it describes.
    pub kind: Kind,
    /// The id of what it describes: the stem of the file.
    pub id: Arc<str>,
    /// The language it is a translation into; `None` for an original.
    pub translation: Option<Language>,
    /// Its values.
    pub record: Record,
    /// Its text, for kinds that have one.
    pub body: Option<Arc<Body>>,
    /// What it refers to.
    pub references: Vec<Reference>,
    /// What its texts state of time and number.
    pub statements: Vec<Statement>,
    /// What is wrong in it.
    pub faults: Vec<Fault>,
    /// What other pages than its own may show of it; nothing where they may show all of it.
    pub frame: Option<FramePrint>,
}

impl Document {
    /// Its text: the body of a Markdown file, the description of a profile.
    #[must_use]
    pub fn text(&self) -> Option<Arc<Body>> {
        self.body.clone().or_else(|| self.record.markdown("description"))
    }

    /// The same document, whose text is in its file alone from now on, and read again when its words are asked for.
    /// The texts of profiles stay: they stand between other values, and are few.
    #[must_use]
    pub fn without_text(mut self, reader: &Arc<dyn TextReader>) -> Self {
        // What was put in place of bytes that are no text stands in no file.
        let is_as_written = !self.faults.iter().any(|fault| matches!(fault.kind, FaultKind::NotUtf8));
        if let Some(body) = self.body.as_mut().filter(|_| is_as_written).map(Arc::make_mut) {
            let file = &self.path;
            let TextOrigin::AsWritten(start) = body.origin else { return self };
            let passage = |text: &str| Passage::new(file.clone(), Span::new(start, start + text.len()), text);
            body.text = body.text.left_in_file(reader, passage);
        }
        self
    }

    /// Whether the file could be read at all, apart from faults in what it says.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !self.faults.iter().any(|fault| fault.kind.hides_all())
    }

    /// Whether every key of the file was understood: a key that is not there was not written then.
    #[must_use]
    pub fn is_read_whole(&self) -> bool {
        !self.faults.iter().any(|fault| fault.kind.hides_a_value())
    }

    /// Whether every key within a value of the file was understood.
    #[must_use]
    pub fn is_read_whole_within(&self, span: Span) -> bool {
        let is_within = |fault: &&Fault| span.start <= fault.span.start && fault.span.end <= span.end;
        !self.faults.iter().filter(is_within).any(|fault| fault.kind.hides_a_value())
    }

    /// The files of the content that its keys name, each at its place: pictures and documents.
    pub fn files(&self) -> impl Iterator<Item = (Span, Target)> {
        let pictures = self.pictures().filter_map(|picture| picture.get("file"));
        let stills = self.videos().filter_map(|video| video.get("still"));
        let document = self.record.record("document").and_then(|document| document.get("file"));
        let named = pictures.chain(stills).chain(document).chain(self.record.list("documents"));
        named.filter_map(|value| match &value.value {
            Value::Text(path) => Some((value.span, Target::File { path: path.clone(), fragment: None })),
            _ => None,
        })
    }

    /// The videos that its keys describe.
    pub fn videos(&self) -> impl Iterator<Item = &Record> {
        self.record.records("videos").map(|(record, _)| record)
    }

    /// The pictures that its keys describe.
    pub fn pictures(&self) -> impl Iterator<Item = &Record> {
        let one = self.record.record("image").into_iter();
        one.chain(self.record.records("images").map(|(record, _)| record))
    }
}

/// What a path says of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A file that is read.
    Content {
        /// The kind.
        kind: Kind,
        /// The id.
        id: Arc<str>,
        /// The language, for a translation.
        translation: Option<Language>,
    },
    /// A picture or a document, copied as it is.
    Asset,
    /// A text that no kind reads.
    Misplaced(Misplacement),
}

/// Tells from a path below the content's folder what its file is.
#[must_use]
pub fn role(path: &str, languages: &[Language]) -> Role {
    let Some((stem, ending)) = path.rsplit_once('.').filter(|(_, ending)| is_text_ending(ending)) else {
        return Role::Asset;
    };
    if let Some((picture, translation)) = described_picture(stem, languages).filter(|_| ending != "md") {
        return match ending {
            "yaml" => Role::Content { kind: Kind::Picture, id: picture.into(), translation },
            _ => Role::Misplaced(Misplacement::Extension(".yaml")),
        };
    }
    let Some(kind) = kind_of(path) else {
        let is_sidecar = stem.rsplit('/').next().is_some_and(|name| name.contains('.'));
        return if is_sidecar { Role::Asset } else { Role::Misplaced(Misplacement::Folder) };
    };
    if !path.ends_with(kind.format().extension()) {
        return Role::Misplaced(Misplacement::Extension(kind.format().extension()));
    }
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let (id, tag) = name.rsplit_once('.').map_or((name, None), |(id, tag)| (id, Some(tag)));
    let translation = match tag {
        None => None,
        Some(tag) => match languages.iter().skip(1).find(|language| language.tag() == tag) {
            Some(language) => Some(language.clone()),
            None if languages.first().is_some_and(|first| first.tag() == tag) => {
                return Role::Misplaced(Misplacement::FirstLanguage(tag.to_owned()));
            }
            None if Language::from_tag(tag).is_none() => {
                return Role::Misplaced(Misplacement::DottedName(name.to_owned()));
            }
            None => return Role::Misplaced(Misplacement::Language(tag.to_owned())),
        },
    };
    if kind == Kind::Vocabulary && List::from_name(id).is_none() {
        return Role::Misplaced(Misplacement::List);
    }
    Role::Content { kind, id: id.into(), translation }
}

/// The picture that a file describes from beside it: `photo.jpg` of `photo.jpg.yaml`, and the
/// language of `photo.jpg.en.yaml`.
fn described_picture<'a>(stem: &'a str, languages: &[Language]) -> Option<(&'a str, Option<Language>)> {
    let name = stem.rsplit('/').next()?;
    if is_picture(name) {
        return Some((name, None));
    }
    let (picture, tag) = name.rsplit_once('.').filter(|(picture, _)| is_picture(picture))?;
    let language = languages.iter().skip(1).find(|language| language.tag() == tag)?;
    Some((picture, Some(language.clone())))
}

/// Whether a file is a picture, by its name.
#[must_use]
pub fn is_picture(name: &str) -> bool {
    ImageFormat::of_name(name).is_some()
}

fn kind_of(path: &str) -> Option<Kind> {
    path.split_once('/').and_then(|(folder, _)| Kind::from_folder(folder))
}

/// Some systems write endings in capitals: such a file is meant as an entry, not as a picture.
fn is_text_ending(ending: &str) -> bool {
    ["md", "yaml", "yml"].iter().any(|text| ending.eq_ignore_ascii_case(text))
}

/// Reads a file of the content.
#[must_use]
pub fn parse(source: &Source, kind: Kind, id: Arc<str>, translation: Option<Language>) -> Document {
    let mut findings = Findings::default();
    let text = source.text.as_str();
    if let Some(at) = source.broken_at {
        findings.fault(Span::new(at, at + '\u{FFFD}'.len_utf8()), FaultKind::NotUtf8);
    }
    characters::scan(text, &mut findings.faults);
    let audience = if translation.is_some() { Audience::Translation } else { Audience::Original };
    let shape = shape_of(kind, &id);
    let (record, body) = match kind.format() {
        Format::Markdown => markdown_file(text, shape, audience, &mut findings),
        Format::Yaml => (yaml_file(text, Span::new(0, text.len()), shape, audience, &mut findings), None),
    };
    let Findings { mut faults, mut references, statements } = findings;
    fault::settle(&mut faults);
    // They stay as long as the site is worked on, a million of them on a large one.
    references.shrink_to_fit();
    let whole = body.as_deref().filter(|_| faults.is_empty());
    let frame = whole.and_then(|body| FramePrint::of(kind, text, &record, body, &references));
    Document {
        path: source.path.clone(),
        kind,
        id,
        translation,
        record,
        body,
        references,
        statements,
        faults,
        frame,
    }
}

/// Reads a text in Markdown alone, for its outline; faults and references are dropped.
#[cfg(test)]
pub(crate) fn parse_body(text: &str, origin: TextOrigin) -> Body {
    markdown::read(text.into(), origin, &mut Findings::default())
}

/// The table of a file; each list of terms has its own.
#[must_use]
pub fn shape_of(kind: Kind, id: &str) -> &'static Shape {
    match (kind, List::from_name(id)) {
        (Kind::Vocabulary, Some(list)) => list.shape(),
        _ => kind.shape(),
    }
}

fn markdown_file(
    text: &str,
    shape: &'static Shape,
    audience: Audience,
    findings: &mut Findings,
) -> (Record, Option<Arc<Body>>) {
    let parts = match front_matter::split(text) {
        Ok(parts) => parts,
        Err((span, error)) => {
            findings.fault(span, unparted(text, span, error));
            return (Record::default(), None);
        }
    };
    let record = yaml_file(text, parts.front_matter, shape, audience, findings);
    let body = text.get(parts.body.range()).unwrap_or("");
    let origin = TextOrigin::AsWritten(parts.body.start as usize);
    if let Some(range) = open_merge::find(body) {
        findings.fault(origin.span(range), FaultKind::OpenMerge);
    }
    (record, Some(Arc::new(markdown::read(body.into(), origin, findings))))
}

/// Why a file has no front matter: two versions of the whole of it hide that of each.
fn unparted(text: &str, first_line: Span, error: FrontMatterError) -> FaultKind {
    let merge = text.get(first_line.start as usize..).and_then(open_merge::find);
    match merge {
        Some(range) if range.start == 0 => FaultKind::OpenMerge,
        _ => FaultKind::InvalidFrontMatter(error),
    }
}

fn yaml_file(
    text: &str,
    part: Span,
    shape: &'static Shape,
    audience: Audience,
    findings: &mut Findings,
) -> Record {
    let yaml = text.get(part.range()).unwrap_or("");
    match yaml::read(yaml, part.start as usize) {
        Ok(node) => {
            let missing_at = first_line(text, part);
            Walk::new(text, audience, findings).record(&node, shape, missing_at)
        }
        Err((span, error)) => {
            findings.fault(span, FaultKind::InvalidYaml(error));
            Record::default()
        }
    }
}

/// Where a missing key of the whole file is told: its first line.
fn first_line(text: &str, part: Span) -> Span {
    let start = part.start as usize;
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    Span::new(start, start + line.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages() -> Vec<Language> {
        ["fr", "en"].iter().filter_map(|tag| Language::from_tag(tag)).collect()
    }

    #[test]
    fn a_path_says_what_its_file_is() {
        let content = |kind, id: &str, translation| Role::Content { kind, id: id.into(), translation };
        let english = Language::from_tag("en");
        let role = |path| role(path, &languages());
        assert_eq!(role("poles/tes.yaml"), content(Kind::Pole, "tes", None));
        assert_eq!(role("news/2023/a.en.md"), content(Kind::Post, "a", english));
        assert_eq!(role("poles/tes.md"), Role::Misplaced(Misplacement::Extension(".yaml")));
        assert_eq!(role("poles/tes.yml"), Role::Misplaced(Misplacement::Extension(".yaml")));
        assert_eq!(role("poles/tes.de.yaml"), Role::Misplaced(Misplacement::Language("de".into())));
        assert_eq!(role("poles/tes.YAML"), Role::Misplaced(Misplacement::Extension(".yaml")));
        assert_eq!(role("pages/v-1.2.md"), Role::Misplaced(Misplacement::DottedName("v-1.2".into())));
        assert_eq!(role("vocabularies/x.yaml"), Role::Misplaced(Misplacement::List));
        assert_eq!(role("pole/tes.yaml"), Role::Misplaced(Misplacement::Folder));
        assert_eq!(role("images/a.jpg"), Role::Asset);
        assert_eq!(role("images/a.jpg.yml"), Role::Misplaced(Misplacement::Extension(".yaml")));
        assert_eq!(role("images/a.jpg.yaml"), content(Kind::Picture, "a.jpg", None));
        assert_eq!(
            role("news/2023/a.jpg.en.yaml"),
            content(Kind::Picture, "a.jpg", Language::from_tag("en"))
        );
    }

    /// Answers with what a file holds, or with nothing once it was edited.
    #[derive(Debug)]
    struct OneFile(&'static str);

    impl TextReader for OneFile {
        fn read_again(&self, passage: &Passage) -> Option<String> {
            self.0.get(passage.span.range()).filter(|text| passage.held(text)).map(str::to_owned)
        }
    }

    #[test]
    fn a_text_left_in_its_file_is_read_again_as_long_as_it_is_the_same() {
        let written = "---\ntitle: Été\n---\n\nUn mot à Brest.\n";
        let source = Source::decode(FilePath::new("content/news/a.md"), written.into());
        let left_in = |file| -> Body {
            let document = parse(&source, Kind::Post, "a".into(), None);
            let reader: Arc<dyn TextReader> = Arc::new(OneFile(file));
            Body::clone(document.without_text(&reader).body.as_deref().expect("a text"))
        };
        let kept = parse(&source, Kind::Post, "a".into(), None).body.expect("a text");
        let same = left_in(written);
        assert!(matches!(same.text, Text::InFile(_)) && same.text == kept.text);
        assert_eq!(same.text.read(), "\nUn mot à Brest.\n");
        assert_eq!(left_in("---\ntitle: Été\n---\n\nUn mot à Lorient.\n").text.read(), "");
    }

    #[test]
    fn all_faults_of_a_file_come_in_one_run() {
        let text = "nam: TES\nsecteurs: [numerique]\nregions: bretagne\nfounded: 2023-02-30\nlisted: oui\nlisted: true\n";
        let source = Source::decode(FilePath::new("content/poles/tes.yaml"), text.into());
        let document = parse(&source, Kind::Pole, "tes".into(), None);
        let faults: Vec<String> = document
            .faults
            .iter()
            .map(|fault| format!("{:?} {}", std::mem::discriminant(&fault.kind), &text[fault.span.range()]))
            .collect();
        // `name` is not told as missing: `nam` was told already.
        assert_eq!(faults.len(), 5, "{faults:?}");
        assert_eq!(document.references.len(), 2);
    }
}
