//! Videos: a still, and a link that says where it leads. A page never plays one.

use serde::Serialize;

use super::link::{LinkView, TextView};
use super::picture::{PictureView, Said};
use super::viewer::Viewer;
use crate::model::Entity;
use crate::parse::{Destination, Record, Value, destination};
use crate::quantity::Duration;

/// A video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VideoView {
    /// Its title.
    pub title: TextView,
    /// Where to watch it.
    pub href: String,
    /// What the link says beside the title: « vidéo sur dailymotion.com, 3 min, 45 Mo ».
    pub details: String,
    /// Its still, which tells nothing that the title does not.
    pub still: PictureView,
    /// What is said in it, in writing.
    pub transcript: Option<LinkView>,
}

impl Viewer<'_> {
    /// The videos of an entity whose stills are there.
    pub fn videos(&self, entity: &Entity) -> Vec<VideoView> {
        entity.document.videos().filter_map(|video| self.video(entity, video)).collect()
    }

    fn video(&self, entity: &Entity, video: &Record) -> Option<VideoView> {
        let file = self.file(&entity.document, &video.text("still")?)?;
        let href = video.text("url").filter(|url| !url.is_empty())?;
        let credit = video.text("credit").unwrap_or_default();
        let (language, around) = (self.first, self.language);
        let said = Said { alt: "", caption: "", credit: &credit, is_decorative: true, language, around };
        let still = PictureView { caption: None, ..self.picture_of(&file, &said) };
        Some(VideoView {
            title: self.original(&video.text("title")?),
            details: self.video_details(video, &href),
            href: href.to_string(),
            still,
            transcript: self.transcript(video),
        })
    }

    fn video_details(&self, video: &Record, url: &str) -> String {
        let host = video.text("host").filter(|host| !host.trim().is_empty());
        let host = host.as_deref().map_or_else(|| host_of(url), str::to_owned);
        let place = self.label("video.on", &[("host", &host)]);
        let duration = video.duration("duration").map(Duration::words);
        let weight = video.weight("weight").map(|it| it.words(self.language));
        let details: Vec<String> = [Some(place), duration, weight].into_iter().flatten().collect();
        details.join(", ")
    }

    fn transcript(&self, video: &Record) -> Option<LinkView> {
        let text = self.label("video.transcript", &[]);
        match &video.get("transcript")?.value {
            Value::Reference(id) => {
                let link = self.link_to(id).filter(|link| !link.href.is_empty())?;
                Some(LinkView { text, ..link })
            }
            Value::Text(url) if !url.is_empty() => Some(LinkView { text, href: url.to_string(), lang: None }),
            _ => None,
        }
    }
}

/// `https://www.dailymotion.com/video/x` is on `dailymotion.com`.
fn host_of(url: &str) -> String {
    let Destination::Web { host, .. } = destination(url) else { return String::new() };
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}
