//! What a browser asks of the preview, and what it is answered.
//!
//! Pages get the preview's panel before the end of their body; everything else is as a build writes
//! it. Below `/_grappe/` are the preview's own pages, and what a tab asks while it is shown.

use std::borrow::Cow;

use super::panel::{
    self, Content, Editor, Frame, Impact, List, PageFacts, Panel, ROOT, Watched, frame, list,
    nothing_to_show, printed, style_sheets,
};
use super::told::{notice, told};
use super::{Pages, Reply, Snapshot};
use crate::diagnostic::Diagnostic;
use crate::footprint::{Footprint, Size};
use crate::html::tree::Tree;
use crate::locale::Locale;
use crate::model::Publicity;
use crate::output::{Artifact, Site};
use crate::plan::{Address, Output, Route, Subject};
use crate::source::FilePath;
use crate::world::World;

/// What a browser asks.
pub trait Question {
    /// The path, decoded.
    fn path(&self) -> &str;
    /// A part of the query, decoded.
    fn part(&self, name: &str) -> Option<&str>;
}

/// What it is answered.
#[derive(Debug)]
pub enum Answer {
    /// A page or another text.
    Text {
        /// Of HTTP: 200, 404, 500.
        status: u16,
        /// A name that tells its type by its ending: `page.html`.
        name: &'static str,
        /// The text.
        text: String,
    },
    /// What a build writes at an address, whose ending tells its type.
    Made(Vec<u8>),
    /// A file of the site, as it is.
    File(FilePath),
    /// Another address.
    See(String),
    /// Nothing new yet for a tab that asks: it waits for [`Desk::news`].
    Wait(Waiting),
    /// What edits change, which takes as long as a build.
    Impact,
}

/// What a tab knows of the page that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    page: Address,
    version: String,
    state: String,
}

/// Answers browsers.
pub struct Desk {
    /// Makes the pages.
    pub pages: Pages,
    locale: Locale,
    editor: Editor,
}

/// A page with all that is to be said of it.
struct Sheet {
    status: u16,
    /// As a build writes it; nothing where there is none to show.
    html: Option<String>,
    version: String,
    styles: Vec<String>,
    content: Content,
}

impl Sheet {
    fn watched<'a>(&'a self, address: &'a Address) -> Watched<'a> {
        let (version, styles) = (&self.version, &self.styles);
        Watched { address: address.as_str(), version, styles, content: &self.content }
    }
}

impl Desk {
    /// A desk whose messages are in a language; `folder` is the whole path of the site, which editors
    /// are told.
    #[must_use]
    pub fn new(locale: Locale, editor: Option<&str>, folder: &str) -> Self {
        Self { pages: Pages::default(), locale, editor: Editor::new(editor, folder) }
    }

    /// Answers a browser.
    pub fn answer(&self, snapshot: &Snapshot, world: &dyn World, question: &dyn Question) -> Answer {
        let path = question.path();
        match path.strip_prefix(ROOT) {
            Some(own) => self.own(snapshot, world, own, question),
            None if path == ROOT.trim_end_matches('/') => Answer::See(ROOT.to_owned()),
            None => self.site(snapshot, world, &Address::new(path)),
        }
    }

    /// What a waiting tab is told; nothing where it knows all there is.
    pub fn news(&self, snapshot: &Snapshot, world: &dyn World, waiting: &Waiting) -> Option<String> {
        let sheet = self.sheet(snapshot, world, &waiting.page);
        let moved = snapshot.moves.target(&waiting.page).filter(|_| sheet.status == 404);
        let watched = sheet.watched(&waiting.page);
        let is_known = sheet.version == waiting.version && watched.state() == waiting.state;
        (moved.is_some() || !is_known).then(|| watched.answer(moved.map(Address::as_str)))
    }

    /// What a tab that has waited long is told: all there is, new or not.
    pub fn all(&self, snapshot: &Snapshot, world: &dyn World, waiting: &Waiting) -> String {
        self.sheet(snapshot, world, &waiting.page).watched(&waiting.page).answer(None)
    }

    /// The page of what edits change.
    #[must_use]
    pub fn impact(&self, impact: Option<&Impact>) -> String {
        panel::impact(self.locale, impact)
    }

    fn own(&self, snapshot: &Snapshot, world: &dyn World, own: &str, question: &dyn Question) -> Answer {
        let page = panel::own_address(question.part("page").unwrap_or("/"));
        let text = |name, text| Answer::Text { status: 200, name, text };
        match own {
            "" => text("page.html", self.list(snapshot, world, question.part("all").is_some())),
            "preview.js" => text("preview.js", panel::SCRIPT.to_owned()),
            "preview.css" => text("preview.css", panel::STYLE.to_owned()),
            "watch" => self.watch(snapshot, world, question),
            "impact" => Answer::Impact,
            "320" => text("page.html", frame(self.locale, Frame::Narrow, page)),
            "print" => text("page.html", frame(self.locale, Frame::Printed, page)),
            "printed" => text("page.html", self.printed(snapshot, world, &Address::new(page))),
            _ => self.site(snapshot, world, &Address::new(question.path())),
        }
    }

    fn watch(&self, snapshot: &Snapshot, world: &dyn World, question: &dyn Question) -> Answer {
        let part = |name| question.part(name).unwrap_or("").to_owned();
        let page = Address::new(question.part("page").unwrap_or("/"));
        let waiting = Waiting { page, version: part("version"), state: part("state") };
        match self.news(snapshot, world, &waiting) {
            Some(text) => Answer::Text { status: 200, name: "news.json", text },
            None => Answer::Wait(waiting),
        }
    }

    fn site(&self, snapshot: &Snapshot, world: &dyn World, address: &Address) -> Answer {
        match self.pages.reply(snapshot, address) {
            Reply::Bytes(bytes) => Answer::Made(bytes),
            Reply::File(file) => Answer::File(file),
            Reply::Moved(to) => Answer::See(to.to_string()),
            reply => {
                let sheet = self.sheet_of(snapshot, world, address, reply);
                let watched = sheet.watched(address);
                let text = match &sheet.html {
                    Some(html) => watched.in_page(html),
                    None => nothing_to_show(self.locale, &watched),
                };
                Answer::Text { status: sheet.status, name: "page.html", text }
            }
        }
    }

    fn sheet(&self, snapshot: &Snapshot, world: &dyn World, address: &Address) -> Sheet {
        if address.as_str() == ROOT {
            return self.own_sheet(snapshot, world);
        }
        self.sheet_of(snapshot, world, address, self.pages.reply(snapshot, address))
    }

    /// The list of all that is wrong is renewed when that is another.
    fn own_sheet(&self, snapshot: &Snapshot, world: &dyn World) -> Sheet {
        let diagnostics = self.told(snapshot);
        Sheet {
            status: 200,
            html: None,
            version: version_of(&diagnostics),
            styles: Vec::new(),
            content: self.content(snapshot, world, &diagnostics, None, false),
        }
    }

    fn sheet_of(&self, snapshot: &Snapshot, world: &dyn World, address: &Address, reply: Reply) -> Sheet {
        let route = snapshot.site.as_ref().and_then(|site| Some((site.as_ref(), site.plan.route(address)?)));
        let (status, html, version, is_older) = match reply {
            Reply::Page { bytes, version, is_older } => (200, Some(bytes), version, is_older),
            Reply::Broken => (500, None, "none".to_owned(), false),
            _ => {
                let html = self.not_found(snapshot, address);
                (404, html, "missing".to_owned(), false)
            }
        };
        let html = html.and_then(|bytes| String::from_utf8(bytes).ok());
        let page = route.zip(html.as_deref());
        let facts = page.and_then(|((site, route), html)| facts(snapshot, world, (site, route), html));
        let diagnostics = self.told(snapshot);
        let content = self.content(snapshot, world, &diagnostics, facts.as_ref(), is_older);
        let styles = html.as_deref().map(style_sheets).unwrap_or_default();
        Sheet { status, html, version, styles, content }
    }

    fn content(
        &self,
        snapshot: &Snapshot,
        world: &dyn World,
        diagnostics: &[Diagnostic],
        page: Option<&PageFacts>,
        is_older: bool,
    ) -> Content {
        let files = page.map_or(&[][..], |page| page.files.as_slice());
        let is_last_good = is_older
            || snapshot.is_theme_older
            || !snapshot.is_configured
            || snapshot.trouble.is_some()
            || files.iter().any(|file| snapshot.older.contains(file));
        let (locale, editor) = (self.locale, &self.editor);
        let notice = notice(snapshot, &self.pages.faults());
        let notice = notice.as_ref().map(|notice| notice.get(locale));
        Content::new(&Panel { locale, world, diagnostics, editor, notice, page, is_last_good })
    }

    /// What a host shows for an address that is not there, in the language of the address.
    fn not_found(&self, snapshot: &Snapshot, address: &Address) -> Option<Vec<u8>> {
        let first = address.as_str().split('/').nth(1).unwrap_or("");
        let pages = [format!("/{first}/404.html"), "/404.html".to_owned()];
        pages.iter().find_map(|page| match self.pages.reply(snapshot, &Address::new(page)) {
            Reply::Page { bytes, .. } => Some(bytes),
            _ => None,
        })
    }

    fn told<'a>(&self, snapshot: &'a Snapshot) -> Cow<'a, [Diagnostic]> {
        told(snapshot, &self.pages.faults())
    }

    fn list(&self, snapshot: &Snapshot, world: &dyn World, is_whole: bool) -> String {
        let sheet = self.own_sheet(snapshot, world);
        let site = snapshot.site.as_deref();
        list(&List {
            locale: self.locale,
            world,
            diagnostics: &self.told(snapshot),
            editor: &self.editor,
            page_of: &|file| site.and_then(|site| page_of(site, file)).map(ToString::to_string),
            pages_seen: self.pages.looked_at(),
            is_whole,
            version: &sheet.version,
            content: &sheet.content,
        })
    }

    fn printed(&self, snapshot: &Snapshot, world: &dyn World, address: &Address) -> String {
        let Reply::Page { bytes, .. } = self.pages.reply(snapshot, address) else { return String::new() };
        let html = String::from_utf8(bytes).unwrap_or_default();
        printed(&html, address.as_str(), |sheet| text_of(snapshot, world, &Address::new(sheet)))
    }
}

/// Tells what is wrong from what was wrong before.
fn version_of(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = blake3::Hasher::new();
    for diagnostic in diagnostics {
        let Diagnostic { code, place, message, .. } = diagnostic;
        hasher.update(format!("{code} {}:{:?} {}\n", place.file, place.span, message.french).as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// A text file of the site by its address.
fn text_of(snapshot: &Snapshot, world: &dyn World, address: &Address) -> Option<String> {
    let site = snapshot.site.as_ref()?;
    let bytes = match site.make(site.plan.route(address)?).ok()? {
        Artifact::Bytes(bytes) => bytes,
        Artifact::Copy(file) => world.read(&file).ok()?,
    };
    String::from_utf8(bytes).ok()
}

/// The page of a file in its own language.
fn page_of<'a>(site: &'a Site, file: &FilePath) -> Option<&'a Address> {
    let id = site.federation.at(file)?;
    let entity = site.federation.entity(id);
    let document = entity.documents().find(|document| document.path == *file)?;
    let first = site.federation.config.languages.first();
    site.plan.address(&Subject::Entity(id), document.translation.as_ref().or(first)?)
}

fn facts(
    snapshot: &Snapshot,
    world: &dyn World,
    (site, route): (&Site, &Route),
    html: &str,
) -> Option<PageFacts> {
    let Output::Page(subject, language) = &route.output else { return None };
    let entity = match subject {
        Subject::Entity(id) => Some(site.federation.entity(*id)),
        _ => None,
    };
    // Its own text first: in the page's language where it is written in it.
    let own = entity.and_then(|entity| entity.translation(language));
    let files = entity.into_iter().flat_map(|entity| own.into_iter().chain(entity.documents()));
    let files = files.map(|document| &document.path).chain(site.template_file(route));
    let mut files: Vec<FilePath> = files.cloned().collect();
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    let others = site.federation.config.languages.iter().filter(|other| *other != language);
    let languages =
        others.filter_map(|other| Some((other.clone(), site.plan.address(subject, other)?.clone())));
    Some(PageFacts {
        address: route.address.clone(),
        files,
        footprint: footprint(snapshot, world, route, html),
        publicity: entity.map_or(Publicity::Public, |entity| entity.publicity(site.federation.today())),
        languages: languages.collect(),
    })
}

/// What a page asks of machines, before compression: the preview is no host.
fn footprint(snapshot: &Snapshot, world: &dyn World, route: &Route, html: &str) -> Footprint {
    let size_of = |address: &str| size_of(snapshot, world, address).map(Size::plain);
    Footprint::of(&Tree::read(html), route.address.as_str(), Size::plain(html.len() as u64), size_of)
}

fn size_of(snapshot: &Snapshot, world: &dyn World, address: &str) -> Option<u64> {
    let site = snapshot.site.as_ref()?;
    let route = site.plan.route(&Address::new(address))?;
    match &route.output {
        Output::ContentFile(file) => Some(world.stamp(file).ok()?.size),
        // As it is served, colours and all.
        Output::ThemeFile(_) => match site.make(route).ok()? {
            Artifact::Bytes(bytes) => Some(bytes.len() as u64),
            Artifact::Copy(_) => None,
        },
        _ => None,
    }
}
