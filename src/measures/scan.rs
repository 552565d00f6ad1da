//! What a page holds that a statement on ecodesign must speak of.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::familiar;
use crate::html::tree::{Element, Tree};

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Sites of others that a browser asks for files, each as `https://host`.
    pub third_parties: BTreeSet<String>,
    /// Pictures that are files, drawings within the page aside.
    pub pictures: Vec<PictureUse>,
    /// Films.
    pub films: usize,
    /// Sounds.
    pub sounds: usize,
    /// Films and sounds that begin by themselves, and texts that move by themselves.
    pub moves_by_itself: usize,
    /// Other pages shown within the page.
    pub frames: usize,
    /// Forms that are sent to a server.
    pub forms: usize,
    /// Fields to fill in.
    pub fields: usize,
    /// Files that links lead to, pages aside: `…/rapport.pdf`.
    pub documents: BTreeSet<String>,
    /// Whether the page fits itself to the screen, and lets one enlarge it.
    pub fits_screen: bool,
    /// Files or pages asked for before anyone wants them: `prefetch`, `prerender`, `preconnect`.
    pub speculations: usize,
    /// Scripts and handlers that stand in the page itself.
    pub inline_scripts: usize,
    /// Whether the page offers itself to be installed.
    pub installs: bool,
    /// Fields by which files are sent.
    pub file_fields: usize,
    /// Controls that browsers make: links, buttons, fields, details.
    pub native_controls: usize,
    /// Controls that the page makes of something else.
    pub made_controls: usize,
    /// Elements and attributes that not all browsers have known for long.
    pub unfamiliar: BTreeSet<String>,
    /// Whether the page says what it weighs.
    pub says_weight: bool,
}

/// A picture where a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureUse {
    /// Its address.
    pub address: String,
    /// Whether its width and height are said, so that nothing moves when it comes.
    pub has_size: bool,
    /// Whether it is asked for only when it comes near.
    pub is_lazy: bool,
}

/// What files end with that are neither pages nor parts of pages.
const DOCUMENTS: [&str; 13] =
    ["pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "zip", "csv", "json"];

impl Scan {
    /// Looks through a page of a site; `site` is the site's address, whose files are its own.
    #[must_use]
    pub fn read(tree: &Tree, site: &str) -> Self {
        let mut scan = Self::default();
        for element in tree.select(&TELLING, &[]).filter(|element| element.is_html()) {
            scan.see(element);
        }
        for element in tree.select(&ASKING, &["poster", "srcset"]).filter(|element| element.is_html()) {
            scan.third_parties.extend(asked(element).filter_map(|address| third_party(address, site)));
        }
        let autoplay = tree.select(&[], &["autoplay"]).filter(|element| element.is_html());
        let motions = tree.select(&MOTIONS, &[]).filter(|element| !element.is_html());
        scan.moves_by_itself += autoplay.count() + motions.count();
        scan.see_controls(tree);
        scan.see_what_is_new(tree);
        scan
    }

    fn see(&mut self, element: Element<'_>) {
        match element.name() {
            "img" => self.pictures.extend(picture(element)),
            "video" => self.films += 1,
            "audio" => self.sounds += 1,
            "iframe" | "object" | "embed" => self.frames += 1,
            "marquee" | "blink" => self.moves_by_itself += 1,
            "form" if element.has("action") => self.forms += 1,
            "input" | "select" | "textarea" if element.get("type") != Some("hidden") => self.fields += 1,
            "a" => self.documents.extend(element.get("href").and_then(document)),
            "meta" if element.get("name") == Some("viewport") => self.fits_screen = fits_screen(element),
            "link" if is_speculation(element) => self.speculations += 1,
            "link" if element.has_word("rel", "manifest") => self.installs = true,
            "script" if !element.has("src") && runs(element) => self.inline_scripts += 1,
            _ => {}
        }
    }

    fn see_controls(&mut self, tree: &Tree) {
        let is_native = |it: &Element<'_>| it.is_any(&NATIVE) && it.get("type") != Some("hidden");
        let has_own_name = |it: &Element<'_>| it.name().contains('-');
        let has_role = |it: &Element<'_>| it.get("role").is_some_and(|role| CONTROL_ROLES.contains(&role));
        self.native_controls = tree.select(&NATIVE, &[]).filter(is_native).count();
        let own_names: Vec<&str> = tree.element_names().filter(|name| name.contains('-')).collect();
        let made = tree.select(&own_names, &["role"]).filter(|element| element.is_html());
        self.made_controls = made.filter(|it| has_own_name(it) || !is_native(it) && has_role(it)).count();
        self.file_fields = tree.named("input").filter(|it| it.get("type") == Some("file")).count();
    }

    /// Each name is looked up once, however often a page has it; what stands in drawings is not asked.
    fn see_what_is_new(&mut self, tree: &Tree) {
        let new = tree.element_names().filter(|name| !familiar::is_familiar_element(name));
        self.unfamiliar
            .extend(new.filter(|name| tree.named(name).next().is_some()).map(|it| format!("<{it}>")));
        for attribute in tree.attribute_names() {
            let of_html = tree.select(&[], &[attribute]).filter(|element| element.is_html());
            if attribute.starts_with("on") {
                self.inline_scripts += of_html.count();
            } else if !familiar::is_familiar_attribute(attribute) && of_html.count() > 0 {
                self.unfamiliar.insert(attribute.to_owned());
            }
        }
    }
}

/// Elements of which a page's statement says something.
const TELLING: [&str; 16] = [
    "a", "audio", "blink", "embed", "form", "iframe", "img", "input", "link", "marquee", "meta", "object",
    "script", "select", "textarea", "video",
];

/// Elements that make a browser ask for files.
const ASKING: [&str; 11] =
    ["audio", "embed", "iframe", "img", "input", "link", "object", "script", "source", "track", "video"];

/// What moves in a drawing.
const MOTIONS: [&str; 4] = ["animate", "animateMotion", "animateTransform", "set"];

/// Elements that browsers make controls of.
const NATIVE: [&str; 8] = ["a", "button", "details", "input", "option", "select", "summary", "textarea"];

/// Roles by which something else is said to be a control.
const CONTROL_ROLES: [&str; 14] = [
    "button",
    "checkbox",
    "combobox",
    "link",
    "listbox",
    "menuitem",
    "option",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
];

/// Whether a script element is one that browsers run, and not data for programs.
fn runs(script: Element<'_>) -> bool {
    script.get("type").is_none_or(|kind| kind.is_empty() || kind == "module" || kind.contains("javascript"))
}

fn picture(element: Element<'_>) -> Option<PictureUse> {
    Some(PictureUse {
        address: element.get("src")?.to_owned(),
        has_size: element.has("width") && element.has("height"),
        is_lazy: element.get("loading") == Some("lazy"),
    })
}

/// The address of a file, where a link leads to one that is no page.
#[must_use]
pub fn document(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let extension = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    DOCUMENTS.contains(&extension.as_str()).then(|| path.to_owned())
}

fn fits_screen(viewport: Element<'_>) -> bool {
    let content = viewport.get("content").unwrap_or("");
    content.contains("width=device-width") && !content.contains("user-scalable=no")
}

fn is_speculation(link: Element<'_>) -> bool {
    ["prefetch", "prerender", "preconnect", "dns-prefetch"].iter().any(|rel| link.has_word("rel", rel))
}

/// The addresses that an element makes a browser ask for.
pub fn asked(element: Element<'_>) -> impl Iterator<Item = &str> {
    let one = match element.name() {
        "img" | "script" | "iframe" | "embed" | "audio" | "track" | "source" | "video" | "input" => {
            element.get("src")
        }
        "object" => element.get("data"),
        "link" if is_fetched(element) => element.get("href"),
        _ => None,
    };
    let many = element.get("srcset").into_iter().flat_map(|set| set.split(','));
    let many = many.filter_map(|candidate| candidate.split_ascii_whitespace().next());
    one.into_iter().chain(element.get("poster")).chain(many)
}

fn is_fetched(link: Element<'_>) -> bool {
    let rels = ["stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"];
    rels.iter().any(|rel| link.has_word("rel", rel)) || is_speculation(link)
}

/// The site of an address, where it is another's.
#[must_use]
pub fn third_party(address: &str, site: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = match address.strip_prefix("//") {
        Some(rest) => ("https", rest),
        None => address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?,
    };
    let host = rest.split(['/', '?', '#']).next()?.to_ascii_lowercase();
    let own = site.split_once("://").map_or(site, |(_, rest)| rest).split('/').next()?;
    (host != own.to_ascii_lowercase()).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_or_made_by_hand_is_seen() {
        let page = "<my-card onclick='a()'></my-card><div role=button popover>a</div><script>a()</script>\
            <script type=application/ld+json>{}</script><svg><animate /></svg><input type=file>";
        let scan = Scan::read(&Tree::read(page), "https://poles.example");
        assert_eq!((scan.native_controls, scan.made_controls, scan.file_fields), (1, 2, 1));
        assert_eq!((scan.inline_scripts, scan.moves_by_itself), (2, 1));
        assert_eq!(scan.unfamiliar, BTreeSet::from(["<my-card>".to_owned(), "popover".to_owned()]));
    }

    #[test]
    fn what_a_page_holds_is_seen() {
        let page = "<meta name=viewport content='width=device-width, initial-scale=1'>\
            <link rel=stylesheet href=//cdn.example/a.css><link rel=prefetch href=/b>\
            <img src=/a.jpg width=1 height=1 loading=lazy><img src=https://poles.example/b.png>\
            <video autoplay src=/f.mp4></video><form action=/x><input type=hidden><input></form>\
            <a href='/docs/r.PDF?x'>r</a><a href=https://autre.example/>a</a><svg><image href=/c.png /></svg>";
        let scan = Scan::read(&Tree::read(page), "https://poles.example");
        let expected = Scan {
            third_parties: BTreeSet::from(["https://cdn.example".to_owned()]),
            pictures: vec![
                PictureUse { address: "/a.jpg".to_owned(), has_size: true, is_lazy: true },
                PictureUse {
                    address: "https://poles.example/b.png".to_owned(),
                    has_size: false,
                    is_lazy: false,
                },
            ],
            films: 1,
            moves_by_itself: 1,
            forms: 1,
            fields: 1,
            documents: BTreeSet::from(["/docs/r.PDF".to_owned()]),
            fits_screen: true,
            speculations: 1,
            native_controls: 3,
            ..Scan::default()
        };
        assert_eq!(scan, expected);
    }
}
