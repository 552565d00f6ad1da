//! Pictures that profiles and texts name beside their words.

use serde::Serialize;

use super::link::TextView;
use super::viewer::Viewer;
use crate::model::Entity;
use crate::parse::Record;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// Its address.
    pub src: String,
    /// What it shows; empty for one that tells nothing.
    pub alt: TextView,
    /// Its caption.
    pub caption: Option<TextView>,
    /// Who made it; empty where no one says.
    pub credit: String,
}

impl Viewer<'_> {
    /// The pictures of an entity whose files are there: that of `image`, then those of `images`.
    pub fn pictures(&self, entity: &Entity) -> Vec<PictureView> {
        let record = &entity.document.record;
        let several = record.records("images").map(|(picture, _)| picture);
        let pictures = record.record("image").into_iter().chain(several);
        pictures.filter_map(|picture| self.picture(entity, picture)).collect()
    }

    fn picture(&self, entity: &Entity, picture: &Record) -> Option<PictureView> {
        let is_decorative = picture.boolean("decorative").unwrap_or(false);
        let alt = picture.text("alt").filter(|_| !is_decorative);
        Some(PictureView {
            src: self.file_address(entity, &picture.text("file")?)?,
            alt: self.original(alt.as_deref().unwrap_or("")),
            caption: picture.text("caption").map(|caption| self.original(&caption)),
            credit: picture.text("credit").map(|credit| self.typeset(&credit)).unwrap_or_default(),
        })
    }
}
