//! Pictures, wherever a page shows them: named by a key, or within a text.

use serde::Serialize;

use super::link::{BodyView, PartView, TextView};
use super::video::VideoView;
use super::viewer::{Viewer, in_address};
use crate::image_header::{Format, Header};
use crate::language::Language;
use crate::model::{Entity, Resolution};
use crate::parse::{Document, Record, Target, destination};
use crate::plan::content_file_address;
use crate::source::FilePath;
use crate::typography::{Rules, plain};

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// Its address.
    pub src: String,
    /// How wide it is, in pixels; nothing where its file does not tell.
    pub width: Option<u32>,
    /// How high it is, in pixels.
    pub height: Option<u32>,
    /// What it shows; empty for one that tells nothing.
    pub alt: TextView,
    /// Its caption.
    pub caption: Option<TextView>,
    /// Who made it, in words; empty where no one says.
    pub credit: String,
    /// Whether it is the first of the page, which browsers get at once.
    pub is_first: bool,
}

/// What is said of a picture where it is shown; empty words say nothing.
pub(super) struct Said<'a> {
    pub alt: &'a str,
    pub caption: &'a str,
    pub credit: &'a str,
    /// Whether it tells nothing, here at least.
    pub is_decorative: bool,
    /// In which language that is.
    pub language: &'a Language,
    /// The language of what stands around it.
    pub around: &'a Language,
}

/// What a page shows of an entity's words and pictures, in the order in which they stand there.
pub(super) struct Media {
    pub pictures: Vec<PictureView>,
    pub body: Option<BodyView>,
    pub videos: Vec<VideoView>,
}

impl Viewer<'_> {
    /// What a page shows of an entity's words and pictures; the first picture is marked.
    pub(super) fn media(&self, entity: &Entity) -> Media {
        let (mut pictures, mut body) = (self.pictures(entity), self.body(entity));
        let mut videos = self.videos(entity);
        let in_text = body.iter_mut().flat_map(BodyView::pictures_mut);
        let stills = videos.iter_mut().map(|video| &mut video.still);
        if let Some(first) = pictures.iter_mut().chain(in_text).chain(stills).next() {
            first.is_first = true;
        }
        Media { pictures, body, videos }
    }

    /// The pictures of an entity whose files are there: that of `image`, then those of `images`.
    pub fn pictures(&self, entity: &Entity) -> Vec<PictureView> {
        let pictures = entity.document.pictures();
        pictures.filter_map(|picture| self.picture(entity, picture)).collect()
    }

    /// The pictures of an entity's text that are files of the content.
    pub(super) fn pictures_of_text(&self, entity: &Entity) -> Vec<PictureView> {
        let Some((body, language)) = entity.body(self.language) else { return Vec::new() };
        let document = match &language {
            Some(language) => entity.translation(language).unwrap_or(&entity.document),
            None => &entity.document,
        };
        let language = language.as_ref().unwrap_or(self.first);
        let pictures = body.pictures.iter().filter_map(|picture| {
            let file = self.file(document, &picture.destination)?;
            let (alt, around) = (picture.alt.as_str(), self.language);
            let said = Said { alt, caption: "", credit: "", is_decorative: false, language, around };
            Some(self.picture_of(&file, &said))
        });
        pictures.collect()
    }

    fn picture(&self, entity: &Entity, picture: &Record) -> Option<PictureView> {
        let file = self.file(&entity.document, &picture.text("file")?)?;
        let text = |key| picture.text(key).unwrap_or_default();
        let (alt, caption, credit) = (text("alt"), text("caption"), text("credit"));
        let is_decorative = picture.boolean("decorative").unwrap_or(false);
        let (language, around) = (self.first, self.language);
        let said = Said { alt: &alt, caption: &caption, credit: &credit, is_decorative, language, around };
        Some(self.picture_of(&file, &said))
    }

    /// A file of the content that a document names; nothing where it is not there.
    pub(super) fn file(&self, document: &Document, path: &str) -> Option<FilePath> {
        let Target::File { path, .. } = destination(path).target()? else { return None };
        match self.federation.resolve(document, &Target::File { path, fragment: None }) {
            Resolution::Asset(file) => Some(file),
            _ => None,
        }
    }

    /// A picture, with what is said of it where it is shown, or else beside its file.
    pub(super) fn picture_of(&self, file: &FilePath, said: &Said<'_>) -> PictureView {
        let address = content_file_address(&self.federation.config, file);
        let size = self.federation.image_header(file).and_then(Header::size);
        let words = |key, here: &str| self.picture_words(file, key, here, said);
        let beside = self.federation.picture(file);
        let is_decorative = said.is_decorative
            || said.alt.is_empty() && beside.is_some_and(|it| it.record.boolean("decorative") == Some(true));
        let alt = words("alt", said.alt).filter(|_| !is_decorative);
        PictureView {
            src: in_address(address.as_str()),
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
            alt: alt.unwrap_or_else(|| TextView { text: String::new(), lang: None }),
            caption: words("caption", said.caption),
            credit: self.picture_credit(file, said),
            is_first: false,
        }
    }

    fn picture_words(&self, file: &FilePath, key: &str, here: &str, said: &Said<'_>) -> Option<TextView> {
        let view = |words: &str, language: &Language| TextView {
            text: plain(words, Rules::for_language(language.tag())).into_owned(),
            lang: (language != said.around).then(|| language.clone()),
        };
        if !here.trim().is_empty() {
            return Some(view(here, said.language));
        }
        let (words, language) = self.federation.picture_words(file, key, self.language)?;
        Some(view(&words, language.as_ref().unwrap_or(self.first)))
    }

    /// Who made a picture: as is said here, or beside it, or for all photographs of the site.
    fn picture_credit(&self, file: &FilePath, said: &Said<'_>) -> String {
        let beside = || self.federation.picture(file)?.record.text("credit");
        let of_all = || {
            let is_photograph = Format::of_name(file.name()).is_some_and(Format::is_photograph);
            self.federation.config.credit.as_deref().filter(|_| is_photograph)
        };
        let said = Some(said.credit).filter(|credit| !credit.trim().is_empty());
        let beside = beside().filter(|credit| !credit.trim().is_empty());
        let name = said.or(beside.as_deref()).or_else(of_all);
        name.map(|name| self.label("picture.credit", &[("name", name)])).unwrap_or_default()
    }
}

impl PictureView {
    /// A picture that is no file of the content.
    pub(super) fn elsewhere(src: String, said: &Said<'_>) -> Self {
        let view = |words: &str| TextView {
            text: plain(words, Rules::for_language(said.language.tag())).into_owned(),
            lang: None,
        };
        Self {
            src,
            width: None,
            height: None,
            alt: view(said.alt),
            caption: Some(view(said.caption)).filter(|caption| !caption.text.is_empty()),
            credit: String::new(),
            is_first: false,
        }
    }
}

impl BodyView {
    /// The pictures of a text, in order.
    fn pictures_mut(&mut self) -> impl Iterator<Item = &mut PictureView> {
        self.parts.iter_mut().filter_map(|part| match part {
            PartView::Picture(picture) | PartView::Image(picture) => Some(picture.as_mut()),
            PartView::Html(_) | PartView::Figure(_) => None,
        })
    }
}
