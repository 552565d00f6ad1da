use super::*;
use crate::parse::TextOrigin;
use crate::parse::parse_body;

struct Site;

impl Links for Site {
    type Hole = String;

    fn link(&self, destination: &Destination<'_>) -> Option<Link> {
        let href = match destination {
            Destination::Entity { id: "hidden", .. } => return None,
            Destination::Entity { id, .. } => format!("/poles/{id}/"),
            Destination::Web { url, .. } => (*url).to_owned(),
            Destination::File { path, .. } => format!("/medias/{path}"),
            _ => return None,
        };
        Some(Link { href, language: None })
    }

    fn picture(&self, picture: &ShownPicture<'_>) -> Option<String> {
        let ShownPicture { destination, alt, caption, stands_alone } = picture;
        let Destination::File { path, .. } = destination else { return None };
        let place = if *stands_alone { "alone" } else { "within" };
        Some(format!("{place}: {path}, {alt}, {caption}"))
    }

    fn name(&self, id: &str) -> Option<String> {
        (id == "tes").then(|| "Pôle TES".to_owned())
    }

    fn figure(&self, entity: &str, metric: &str, _: &[(&str, &str)]) -> Option<String> {
        Some(format!("{entity}:{metric}"))
    }

    fn figure_words(&self, entity: &str, metric: &str, options: &[(&str, &str)]) -> Option<String> {
        self.figure(entity, metric, options)
    }
}

fn parts(text: &str) -> Vec<Part<String>> {
    let body = parse_body(text, TextOrigin::AsWritten(0));
    let words = Words { notes: "Notes", table: "Tableau", back: "Retour à l’appel {number}" };
    html(&body, &Language::french(), &Site, &words)
}

fn shown(text: &str) -> String {
    parts(text)
        .into_iter()
        .map(|part| match part {
            Part::Html(html) => html,
            Part::Hole(hole) => format!("[{hole}]"),
        })
        .collect()
}

#[test]
fn texts_become_html_with_french_typography() {
    assert_eq!(
        shown("## L'été ?\n\nUn \"**mot !**\" & `a !`.\nSuite"),
        "<h2 id=\"l-ete\">L’été\u{202F}?</h2>\n<p>Un «\u{A0}<strong>mot\u{202F}!</strong>\u{A0}» &amp; <code>a !</code>.\nSuite</p>\n"
    );
}

#[test]
fn links_lead_where_the_site_says() {
    assert_eq!(shown("[[tes]]"), "<p><a href=\"/poles/tes/\">Pôle TES</a></p>\n");
    assert_eq!(shown("[[tes|le pôle]]"), "<p><a href=\"/poles/tes/\">le pôle</a></p>\n");
    assert_eq!(shown("[x](pole:tes)"), "<p><a href=\"/poles/tes/\">x</a></p>\n");
    assert_eq!(shown("[caché](pole:hidden)"), "<p>caché</p>\n");
}

#[test]
fn foreign_passages_bear_their_language() {
    assert_eq!(
        shown("Un [*Hub* is it ?]{lang=en} !"),
        "<p>Un <span lang=\"en\"><em>Hub</em> is it ?</span>\u{202F}!</p>\n"
    );
}

#[test]
fn figures_are_left_to_the_theme() {
    assert_eq!(parts("Soit {{figure: tes/members}} membres.").len(), 3);
    assert_eq!(shown("Soit {{figure: tes/members}} membres."), "<p>Soit [tes:members] membres.</p>\n");
}

#[test]
fn a_picture_alone_in_its_paragraph_stands_in_none() {
    assert_eq!(shown("![Un *quai*](a.jpg \"Le port\")"), "[alone: a.jpg, Un quai, Le port]");
    assert_eq!(shown("![A](a.jpg)\n![B](b.jpg)"), "[alone: a.jpg, A, ][alone: b.jpg, B, ]");
    assert_eq!(shown("> ![A](a.jpg)"), "<blockquote>\n[alone: a.jpg, A, ]</blockquote>\n");
    assert_eq!(shown("Un\n\n![A](https://a.fr/b)\n\nDeux"), "<p>Un</p>\n<p>Deux</p>\n");
}

#[test]
fn a_picture_within_a_sentence_stays_there() {
    assert_eq!(
        shown("![A](a.jpg) ![B](b.jpg)\net !"),
        "<p>[within: a.jpg, A, ] [within: b.jpg, B, ]\net\u{202F}!</p>\n"
    );
    assert_eq!(shown("Voici ![A](a.jpg)."), "<p>Voici [within: a.jpg, A, ].</p>\n");
    assert_eq!(shown("- ![A](a.jpg)"), "<ul>\n<li>[within: a.jpg, A, ]</li>\n</ul>\n");
    assert_eq!(shown("[![A](a.jpg)](pole:tes)"), "<p><a href=\"/poles/tes/\">[within: a.jpg, A, ]</a></p>\n");
}

#[test]
fn notes_have_a_way_back() {
    let html = shown("Un[^a], deux[^b], un[^a].\n\n[^b]: Bé !\n[^a]: Ah.\n");
    assert!(html.contains("<a id=\"call-1\" href=\"#note-1\">1</a>"), "{html}");
    assert!(html.contains("<a id=\"call-1-2\" href=\"#note-1\">1</a>"), "{html}");
    assert!(
        html.contains("<li id=\"note-1\"><p>Ah. <a href=\"#call-1\" aria-label=\"Retour à l’appel 1\">"),
        "{html}"
    );
    assert!(html.contains("<li id=\"note-2\"><p>Bé\u{202F}! <a"), "{html}");
}

#[test]
fn tables_have_headers() {
    let html = shown("| A | B |\n|---|--:|\n| 1 | 2 |\n\n| C |\n|---|\n| 3 |\n");
    assert!(html.contains("aria-label=\"Tableau 2\""), "{html}");
    assert!(html.contains("<th scope=\"col\">A</th><th scope=\"col\" class=\"right\">B</th>"), "{html}");
    assert!(html.contains("<td>1</td><td class=\"right\">2</td>"), "{html}");
    assert!(html.contains("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau\">"));
}

#[test]
fn nothing_typed_becomes_a_tag() {
    let html = shown("<script>alert(1)</script> et `<b>` & \"x\" [a](https://a.fr/?\"><i)\n\n    <i>\n");
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
}

#[test]
fn an_excerpt_is_plain_words() {
    let body = parse_body(
        "## Titre\n\nLe [[tes]] et le [Hub]{lang=en} ont {{figure: a/b}} !\n\nSuite.",
        TextOrigin::AsWritten(0),
    );
    assert_eq!(excerpt(&body, &Language::french(), &Site, 200), "Le Pôle TES et le Hub ont a:b\u{202F}!");
    assert_eq!(excerpt(&body, &Language::french(), &Site, 14), "Le Pôle TES…");
    let body = parse_body("![Le port](a.jpg)\n\nOn y va ![là](b.jpg).", TextOrigin::AsWritten(0));
    assert_eq!(excerpt(&body, &Language::french(), &Site, 200), "On y va .");
}
