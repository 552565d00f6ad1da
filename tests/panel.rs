//! What the preview adds to pages, and its own pages: read as a browser reads them.
#![allow(clippy::disallowed_methods, reason = "tests read the disk")]

mod support;

use grappe::date::Day;
use grappe::diagnostic::{Diagnostic, Severity};
use grappe::footprint::{Footprint, Part, PartKind, Size};
use grappe::html::tree::Tree;
use grappe::language::Language;
use grappe::locale::{Locale, Wording};
use grappe::model::Publicity;
use grappe::output::Artifact;
use grappe::plan::{Address, Output};
use grappe::preview::panel::{
    Asset, Content, Editor, Frame, Impact, List, PageFacts, Panel, SCRIPT, STYLE, Share, Watched, frame,
    impact, list, nothing_to_show, own_address, printed, share, style_sheets,
};
use grappe::source::{FilePath, Place, Span};
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

const HERE: &str = "content/actualites/2026-11-20-essai.md";

fn both(text: &str) -> Wording {
    Wording { french: text.to_owned(), english: text.to_owned() }
}

fn fault(severity: Severity, file: &str, span: (usize, usize), message: &str) -> Diagnostic {
    Diagnostic {
        code: "dangling-reference",
        severity,
        title: both("référence sans suite"),
        place: Place::new(&FilePath::new(file), Span::new(span.0, span.1)),
        message: both(message),
        lasting: None,
        labels: Vec::new(),
        hints: vec![both("vouliez-vous dire `tes` ?")],
        fix: None,
    }
}

/// A world with the file of the page and another.
fn world() -> MemoryWorld {
    let mut world = MemoryWorld::new(support::TODAY);
    world.insert(HERE, "---\ntitle: Essai\nabout: [tess]\n---\nTexte.\n");
    world.insert("content/poles/enter.yaml", "name: ENTER <script>alert(1)</script>\n");
    world
}

fn part(kind: PartKind, bytes: u64) -> Part {
    Part { address: String::new(), kind, size: Size::plain(bytes) }
}

/// What a page asks of machines where each of its files has a thousand bytes.
fn footprint(page: &str) -> Footprint {
    let own = Size::plain(page.len() as u64);
    Footprint::of(&Tree::read(page), "/", own, |_| Some(Size::plain(1000)))
}

fn facts() -> PageFacts {
    PageFacts {
        address: Address::new("/actualites/2026/essai/"),
        files: vec![FilePath::new(HERE)],
        footprint: Footprint {
            elements: 171,
            parts: vec![part(PartKind::Page, 9_000), part(PartKind::Style, 5_249)],
        },
        publicity: Publicity::Draft,
        languages: vec![(Language::from_tag("en").expect("a tag"), Address::new("/en/news/2026/trial/"))],
    }
}

/// The panel of faults on a page, or where there is no page.
struct Case {
    world: MemoryWorld,
    diagnostics: Vec<Diagnostic>,
    page: Option<PageFacts>,
    is_last_good: bool,
    notice: Option<&'static str>,
    locale: Locale,
}

impl Case {
    fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            world: world(),
            diagnostics,
            page: Some(facts()),
            is_last_good: false,
            notice: None,
            locale: Locale::French,
        }
    }

    fn content(&self) -> Content {
        Content::new(&Panel {
            locale: self.locale,
            world: &self.world,
            diagnostics: &self.diagnostics,
            editor: &Editor::new(None, "/home/zoe/site"),
            notice: self.notice,
            page: self.page.as_ref(),
            is_last_good: self.is_last_good,
        })
    }

    fn html(&self) -> Html {
        Html::parse_fragment(&self.content().html)
    }
}

fn here(message: &str) -> Diagnostic {
    // `tess` in the third line.
    fault(Severity::Error, HERE, (25, 29), message)
}

fn elsewhere(message: &str) -> Diagnostic {
    fault(Severity::Error, "content/poles/enter.yaml", (6, 11), message)
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector)
        .map(|it| it.text().collect::<String>().replace(['\u{A0}', '\u{202F}'], " ").trim().to_owned())
        .collect()
}

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).filter_map(|it| it.attr(name)).map(str::to_owned).collect()
}

#[test]
fn errors_of_the_page_come_first_with_their_line_and_what_to_do() {
    let html = Case::new(vec![elsewhere("nom inconnu"), here("aucune fiche `tess`")]).html();
    assert_eq!(texts(&html, ".overlay h2"), ["Sur cette page", "Ailleurs dans le site"]);
    assert_eq!(texts(&html, ".what"), ["erreur aucune fiche tess", "erreur nom inconnu"]);
    assert_eq!(texts(&html, ".what code"), ["tess"]);
    assert_eq!(texts(&html, "pre code").first().map(String::as_str), Some("about: [tess]"));
    assert_eq!(texts(&html, "mark"), ["tess", "ENTER"]);
    assert_eq!(texts(&html, ".hint").first().map(String::as_str), Some("vouliez-vous dire tes ?"));
    let expected = format!("vscode://file/home/zoe/site/{HERE}:3:9");
    assert_eq!(attributes(&html, ".where .place", "href").first(), Some(&expected));
    assert_eq!(texts(&html, ".errors > summary"), ["2 erreurs"]);
}

#[test]
fn a_page_made_before_the_errors_says_so() {
    let mut case = Case::new(vec![here("a")]);
    assert!(texts(&case.html(), ".overlay .note").is_empty());
    case.is_last_good = true;
    assert_eq!(texts(&case.html(), ".overlay .note"), ["L’aperçu montre la dernière version sans erreur."]);
}

#[test]
fn what_has_no_place_is_told_too() {
    let mut case = Case::new(Vec::new());
    case.notice = Some("le dossier `content` n’est plus là");
    assert_eq!(texts(&case.html(), ".overlay .notice"), ["le dossier content n’est plus là"]);
    assert_eq!(texts(&case.html(), ".errors > summary"), ["1 erreur"]);
}

#[test]
fn there_is_no_overlay_without_errors() {
    let html = Case::new(vec![fault(Severity::Warning, HERE, (0, 3), "a")]).html();
    assert!(texts(&html, ".overlay").is_empty());
    assert_eq!(texts(&html, ".bar > a[href=\"/_grappe/\"]"), ["0 erreur", "1 avertissement"]);
}

#[test]
fn the_bar_says_what_the_page_is() {
    let html = Case::new(Vec::new()).html();
    assert_eq!(texts(&html, ".state"), ["brouillon"]);
    assert_eq!(
        texts(&html, ".facts > div > span").first().map(String::as_str),
        Some("14,2 ko, 171 éléments")
    );
    assert_eq!(texts(&html, ".facts strong"), ["A"]);
    assert_eq!(attributes(&html, ".facts [hreflang]", "href"), ["/en/news/2026/trial/"]);
    let links = attributes(&html, ".facts > div > a", "href");
    assert_eq!(
        links,
        ["/_grappe/320?page=/actualites/2026/essai/", "/_grappe/print?page=/actualites/2026/essai/"]
    );
    let edit = attributes(&html, ".bar > .place", "href");
    assert_eq!(edit, [format!("vscode://file/home/zoe/site/{HERE}:1:1")]);
}

#[test]
fn each_state_is_worded() {
    let day = Day::constant(2026, 12, 1);
    let states = [Publicity::Public, Publicity::Scheduled(day), Publicity::Expired(day)];
    let words = |locale| {
        states.map(|publicity| {
            let mut case = Case::new(Vec::new());
            case.page = Some(PageFacts { publicity, ..facts() });
            case.locale = locale;
            texts(&case.html(), ".state").concat()
        })
    };
    assert_eq!(
        words(Locale::French),
        ["publié", "programmé pour le 1er décembre 2026", "retiré après le 1er décembre 2026"]
    );
    assert_eq!(
        words(Locale::English),
        ["published", "scheduled for 1 December 2026", "withdrawn after 1 December 2026"]
    );
}

#[test]
fn what_is_quoted_is_never_markup() {
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let mut case = Case::new(vec![
        fault(Severity::Error, &format!("content/{nasty}.md"), (0, 0), &format!("`{nasty}`")),
        elsewhere(nasty),
    ]);
    if let Some(diagnostic) = case.diagnostics.first_mut() {
        diagnostic.hints.push(both(nasty));
    }
    case.page =
        Some(PageFacts { files: vec![FilePath::new(nasty)], address: Address::new(nasty), ..facts() });
    let content = case.content();
    let watched = Watched { address: nasty, version: nasty, styles: &[], content: &content };
    let whole = format!("<!DOCTYPE html><body>{}", watched.element());
    let html = Html::parse_document(&whole);
    assert_eq!(attributes(&html, "script", "src"), ["/_grappe/preview.js"]);
    assert!(attributes(&html, "*", "onerror").is_empty());
    assert_eq!(attributes(&html, "grappe-apercu", "data-page"), [nasty]);
    assert!(texts(&case.html(), "script, img").is_empty());
    assert!(!watched.answer(None).is_empty());
    let whole = list_of(&case, false);
    assert_eq!(texts(&Html::parse_document(&whole), "img").len(), 0);
}

#[test]
fn very_many_errors_are_three_of_a_kind_and_a_count() {
    let many: Vec<Diagnostic> = (0..500).map(|number| elsewhere(&format!("faute {number}"))).collect();
    let case = Case::new(many);
    let html = case.html();
    assert_eq!(texts(&html, ".fault").len(), 3);
    assert!(texts(&html, ".overlay > p").contains(&"Et 497 autres : toute la liste".to_owned()));
    let whole = Html::parse_document(&list_of(&case, false));
    assert_eq!(texts(&whole, ".fault").len(), 3);
    assert_eq!(
        texts(&whole, ".rest li"),
        ["Et 497 autres du même genre : référence sans suite dangling-reference"]
    );
    assert_eq!(texts(&Html::parse_document(&list_of(&case, true)), ".fault").len(), 500);
}

#[test]
fn closed_errors_come_back_only_when_they_are_others() {
    let of = |case: &Case| attributes(&case.html(), ".errors", "data-of");
    let mut case = Case::new(vec![here("a"), elsewhere("b")]);
    let before = of(&case);
    case.page = None;
    assert_eq!(of(&case), before, "on another page");
    if let Some(diagnostic) = case.diagnostics.first_mut() {
        diagnostic.place.span = Span::new(30, 31);
    }
    assert_eq!(of(&case), before, "on another line");
    case.diagnostics.pop();
    assert_ne!(of(&case), before, "with an error less");
}

#[test]
fn the_answer_tells_what_the_script_needs() {
    let content = Case::new(vec![here("a")]).content();
    let styles = ["/assets/site.1.css".to_owned()];
    let watched = Watched { address: "/a/", version: "v1", styles: &styles, content: &content };
    let answer: serde_json::Value = serde_json::from_str(&watched.answer(Some("/b/"))).expect("JSON");
    assert_eq!(answer["version"], "v1");
    assert_eq!(answer["moved"], "/b/");
    assert_eq!(answer["styles"][0], "/assets/site.1.css");
    assert_eq!(answer["panel"], content.html);
    assert!(watched.element().contains(&format!("data-state=\"{}\"", watched.state())));
    let other = ["/assets/site.2.css".to_owned()];
    assert_ne!(watched.state(), Watched { styles: &other, ..watched }.state());
    for key in ["version", "state", "moved", "styles", "panel", "status"] {
        assert!(answer.get(key).is_some() && SCRIPT.contains(key), "{key}");
    }
}

#[test]
fn the_panel_stands_at_the_end_of_the_page() {
    let content = Case::new(Vec::new()).content();
    let watched = Watched { address: "/a/", version: "v1", styles: &[], content: &content };
    let element = watched.element();
    assert_eq!(watched.in_page("<body><p></body></html>\n"), format!("<body><p>{element}</body></html>\n"));
    assert_eq!(watched.in_page("<p>"), format!("<p>{element}"));
}

#[test]
fn the_script_is_small_and_the_styles_ask_for_nothing() {
    assert!(SCRIPT.len() < 4096, "{}", SCRIPT.len());
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

fn list_of(case: &Case, is_whole: bool) -> String {
    list(&List {
        locale: case.locale,
        world: &case.world,
        diagnostics: &case.diagnostics,
        editor: &Editor::new(None, "/home/zoe/site"),
        page_of: &|file| (file.as_str() == HERE).then(|| "/actualites/2026/essai/".to_owned()),
        pages_seen: 3,
        is_whole,
        version: "v1",
        content: &case.content(),
    })
}

#[test]
fn the_list_is_by_file_those_with_errors_first() {
    let warning = fault(Severity::Warning, "content/a.md", (0, 0), "d'abord dans l'alphabet");
    let html = Html::parse_document(&list_of(&Case::new(vec![warning, here("a")]), false));
    let titles = texts(&html, "h2");
    assert_eq!(titles, ["Effet de vos modifications", HERE, "content/a.md", "Les règles"]);
    assert_eq!(texts(&html, ".counts li"), ["1 erreur", "1 avertissement", "0 remarque"]);
    assert!(texts(&html, ".note").concat().starts_with("Pages affichées depuis le début : 3."));
    assert!(attributes(&html, ".fault a", "href").contains(&"/actualites/2026/essai/".to_owned()));
    assert_eq!(texts(&html, "details small"), ["1 erreur", "1 avertissement"]);
    assert!(texts(&html, "#dangling-reference h3").contains(&"Pourquoi".to_owned()));
}

#[test]
fn the_effect_of_edits_is_told_by_kind() {
    let addresses = |texts: &[&str]| texts.iter().map(|it| Address::new(it)).collect();
    let found = Impact {
        added: addresses(&["/a/"]),
        changed: addresses(&["/", "/b/"]),
        removed: addresses(&["/c/"]),
    };
    let html = Html::parse_document(&impact(Locale::French, Some(&found)));
    assert_eq!(texts(&html, "h2"), ["1 page ajoutée", "2 pages modifiées", "1 page retirée"]);
    assert_eq!(attributes(&html, "li a", "href"), ["/a/", "/", "/b/"]);
    let nothing = Html::parse_document(&impact(Locale::French, Some(&Impact::default())));
    assert_eq!(texts(&nothing, "main p"), ["Rien ne diffère de la dernière version construite."]);
    let unbuilt = Html::parse_document(&impact(Locale::English, None));
    assert_eq!(texts(&unbuilt, "main code"), ["grappe build"]);
}

#[test]
fn a_frame_shows_pages_of_the_site_alone() {
    for foreign in
        ["//a.example/", "https://a.example/", "javascript:alert(1)", "/\\a.example", "/_grappe/", ""]
    {
        assert_eq!(own_address(foreign), "/", "{foreign}");
    }
    let narrow = Html::parse_document(&frame(Locale::French, Frame::Narrow, "/a/"));
    assert_eq!(attributes(&narrow, "iframe", "src"), ["/a/"]);
    let paper = Html::parse_document(&frame(Locale::French, Frame::Printed, "/a/?b&c"));
    assert_eq!(attributes(&paper, "iframe", "src"), ["/_grappe/printed?page=/a/%3Fb%26c"]);
}

#[test]
fn a_printed_page_has_the_styles_of_print() {
    let page =
        "<html><head><link rel=\"stylesheet\" href=\"/assets/a.css\" media=\"screen, print\"></head><p>é";
    let css = "@media print{a{b:url(../c.png)}}@media screen{d{}}";
    let printed = printed(page, "/x/", |address| (address == "/assets/a.css").then(|| css.to_owned()));
    assert!(printed.contains(
        "<style media=\"not all, all\">@media all {a{b:url(\"/c.png\")}}@media not all {d{}}</style>"
    ));
    assert!(printed.contains("color-scheme:only light") && printed.ends_with("<p>é"));
}

const PAGE: &str = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"robots\" content=\"all\">\
    <title>Essai &amp; co</title><link rel=\"icon\" href=\"/favicon.svg\"><link rel=\"stylesheet\" href=\"/assets/a.css\">\
    <link rel=\"stylesheet\" href=\"https://a.example/b.css\"><script src=\"/a.js\"></script></head>\
    <body onload=\"alert(1)\"><h1>Essai</h1><a href=\"/poles/\">a</a><a href=\"../b/\">b</a><a href=\"#c\">c</a>\
    <a href=\"JavaScript:alert(1)\">d</a><a href=\"mailto:a@b.example\">e</a>\
    <img src=\"photo.jpg\" srcset=\"photo-2.jpg 2x\" alt=\"P\"><img src=\"https://a.example/p.jpg\" alt=\"Q\">\
    <iframe src=\"https://a.example/\"></iframe><svg><use href=\"#s\"/><image href=\"/photo.jpg\"/></svg>\
    <p style=\"background:url(https://a.example/q.png)\">Fin</p><script>alert(1)</script></body></html>";

fn shared() -> String {
    let asset = |address: &str| {
        let (content_type, bytes) = match address {
            "/assets/a.css" => ("text/css", "@import 'b.css';a{b:url(/f.woff2);c:url(https://a.example/x)}"),
            "/actualites/essai/photo.jpg" => ("image/jpeg", "foo"),
            "/f.woff2" => ("font/woff2", "bar"),
            _ => return None,
        };
        Some(Asset { content_type: content_type.to_owned(), bytes: bytes.into() })
    };
    let about = Share {
        locale: Locale::French,
        address: "/actualites/essai/",
        site: "https://essai.example",
        day: support::TODAY,
    };
    share(PAGE, &about, asset)
}

#[test]
fn a_page_to_send_holds_all_it_needs_and_asks_for_nothing() {
    let text = shared();
    let html = Html::parse_document(&text);
    assert!(texts(&html, "script, link, iframe").is_empty());
    assert_eq!(attributes(&html, "img", "src"), ["data:image/jpeg;base64,Zm9v"]);
    assert_eq!(attributes(&html, "img", "alt"), ["P", "Q"]);
    let links = attributes(&html, "a", "href");
    let expected =
        ["https://essai.example/poles/", "https://essai.example/actualites/b/", "#c", "mailto:a@b.example"];
    assert_eq!(links, expected);
    assert_eq!(texts(&html, "style"), ["a{b:url(\"data:font/woff2;base64,YmFy\");c:url(\"\")}"]);
    assert!(!text.contains("a.example/") && !text.contains("srcset") && !text.contains("alert("));
}

#[test]
fn a_page_to_send_says_that_it_is_a_draft() {
    let html = Html::parse_document(&shared());
    assert_eq!(attributes(&html, "meta[name=robots]", "content"), ["noindex, nofollow"]);
    assert_eq!(
        texts(&html, "body > div:first-child"),
        ["Brouillon du 21 novembre 2026 : à relire, ne pas diffuser"]
    );
    assert_eq!(texts(&html, "title"), ["Essai & co"]);
    assert_eq!(attributes(&html, "meta[http-equiv]", "content").len(), 1);
}

#[test]
fn a_page_without_head_or_body_is_marked_too() {
    let about =
        Share { locale: Locale::English, address: "/", site: "https://essai.example", day: support::TODAY };
    let html = Html::parse_document(&share("<p>Seul", &about, |_| None));
    assert_eq!(attributes(&html, "head meta[name=robots]", "content").len(), 1);
    assert_eq!(
        texts(&html, "body > div").concat(),
        "Draft of 21 November 2026: to be read, not to be passed on"
    );
}

#[test]
fn where_no_page_can_be_shown_the_errors_are() {
    let mut case = Case::new(vec![elsewhere("a")]);
    case.page = None;
    let content = case.content();
    let watched = Watched { address: "/", version: "", styles: &[], content: &content };
    let page = nothing_to_show(Locale::French, &watched);
    assert!(page.contains("Pas encore de page") && page.contains("class=\"overlay\""));
}

#[test]
fn style_sheets_are_told_in_the_order_of_the_page() {
    let page =
        "<link rel=stylesheet href=/a.css><link rel=icon href=/i><link rel='stylesheet' href='/b.css?c'>";
    assert_eq!(style_sheets(page), ["/a.css", "/b.css?c"]);
}

#[test]
fn elements_are_counted_as_a_browser_makes_them() {
    let pages = [
        "<p>a<p>b",
        "<table><tr><td>a<tr><td>b<tbody><tr></table><table><tr></table>",
        "<!DOCTYPE html><html><head></head><body><ul><li>a<li>b</ul></body></html>",
    ];
    for page in pages {
        let count = Html::parse_document(page).select(&Selector::parse("*").expect("all")).count();
        assert_eq!(footprint(page).elements, count, "{page}");
    }
    let page = "<body><svg><g><path/></g></svg><noscript><p></noscript><template><p></template><br>";
    assert_eq!(footprint(page).elements, 3 + 4);
}

#[test]
fn pages_of_the_real_site_are_counted_as_a_browser_makes_them() {
    let site = support::analysis(&support::real_site()).site.expect("a site");
    let pages = site.plan.routes().iter().filter(|route| matches!(route.output, Output::Page(..)));
    let all = Selector::parse("*").expect("all");
    let drawn = Selector::parse("svg *, noscript *, template *").expect("drawn");
    let mut seen = 0;
    // Some of each kind, of all that there are.
    for route in pages.step_by(9) {
        let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { continue };
        let address = &route.address;
        let text = String::from_utf8_lossy(&bytes);
        let html = Html::parse_document(&text);
        let count = html.select(&all).count() - html.select(&drawn).count();
        let weight = footprint(&text);
        assert_eq!(weight.elements, count, "{address}");
        assert!(weight.requests() >= 2 && weight.bytes() >= bytes.len() as u64 + 1000, "{address}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}
