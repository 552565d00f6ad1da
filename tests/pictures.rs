//! What is said beside a picture: shown wherever the picture is, and never published itself.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

#[test]
fn words_beside_a_picture_stand_in_for_it() {
    let mut world = support::real_site();
    world.insert("content/images/port.png", support::picture("content/images/port.png", 40, 30));
    world.insert("content/images/port.png.yaml", "alt: Le port de Lannion\ncredit: TES\n");
    world.insert("content/images/port.png.en.yaml", "alt: The harbour of Lannion\n");
    world.insert("content/images/trait.png", support::picture("content/images/trait.png", 40, 30));
    world.insert("content/images/trait.png.yaml", "decorative: true\n");
    let text = "![](../images/port.png)\n\n![Une vue](../images/port.png)\n\n![](../images/trait.png)\n";
    world.insert("content/pages/images.md", format!("---\ntitle: Images\n---\n\n{text}"));
    world.insert("content/pages/images.en.md", format!("---\ntitle: Pictures\n---\n\n{text}"));
    let made = support::made(&world);
    let french = support::page(&made, "images/index.html");
    for alt in ["alt=\"Le port de Lannion\"", "alt=\"Une vue\"", "alt=\"\""] {
        assert!(french.contains(alt), "{alt}: {french}");
    }
    assert!(support::page(&made, "en/images/index.html").contains("alt=\"The harbour of Lannion\""));
    assert!(made.contains_key("medias/images/port.png"));
    assert!(!made.keys().any(|file| file.contains(".yaml")), "what is said of pictures is not published");
}

#[test]
fn a_picture_and_a_page_are_found_wherever_their_names_have_their_accents() {
    let mut world = support::real_site();
    world.insert("content/images/réseau.png", support::picture("content/images/réseau.png", 40, 30));
    world.insert("content/images/réseau.png.yaml", "alt: Le re\u{301}seau\ncredit: TES\n");
    let text = "![](../images/re\u{301}seau.png)\n\n[Le fichier](../images/re%CC%81seau.png)\n";
    world.insert("content/pages/images.md", format!("---\ntitle: Images\n---\n\n{text}"));
    let made = support::made(&world);
    let page = support::page(&made, "images/index.html");
    let file = made.keys().find(|file| file.starts_with("medias/images/r"));
    assert_eq!(file.map(String::as_str), Some("medias/images/réseau.png"));
    let shown = page.matches("/medias/images/r%C3%A9seau.png").count()
        + page.matches("/medias/images/réseau.png").count();
    assert!(shown >= 2, "{page}");
    assert!(page.contains("alt=\"Le réseau\""), "{page}");
}

/// The page of a post on a copy of the real site with some files.
fn post(front_matter: &str, text: &str) -> (String, String) {
    let mut world = support::real_site();
    for (path, width, height) in [("port.jpg", 1600, 900), ("quai.jpg", 900, 1600), ("film.png", 640, 360)] {
        let path = format!("content/images/{path}");
        world.insert(&path, support::picture(&path, width, height));
    }
    world.insert(
        "content/images/port.jpg.yaml",
        "alt: Le port\ncaption: Vue du quai\ncredit: Camille Durand\n",
    );
    world.insert("content/images/port.jpg.en.yaml", "alt: The harbour\n");
    let post =
        format!("---\ntitle: Le port\ndate: 2026-11-02\n{front_matter}source: orange-2024\n---\n\n{text}\n");
    world.insert("content/news/2026/2026-11-02-port.md", post);
    world.insert(
        "content/news/2026/2026-11-02-port.en.md",
        format!("---\ntitle: The harbour\n---\n\n{text}\n"),
    );
    let made = support::made(&world);
    let page = |file| support::page(&made, file).to_owned();
    (page("actualites/2026/port/index.html"), page("en/news/2026/port/index.html"))
}

#[test]
fn a_picture_alone_in_its_paragraph_is_a_figure_with_its_words() {
    let (page, english) = post("", "Avant.\n\n![](../../images/port.jpg)\n\nAprès.");
    let figure = "<p>Avant.</p>\n<figure>\n<img src=\"/medias/images/port.jpg\" width=\"1600\" height=\"900\" \
                  alt=\"Le port\">\n<figcaption>Vue du quai <small>Crédit\u{A0}: Camille Durand</small></figcaption>\n\
                  </figure><p>Après.</p>";
    assert!(page.contains(figure), "{page}");
    let caption = "alt=\"The harbour\">\n<figcaption><span lang=\"fr\">Vue du quai</span> <small>Credit: Camille Durand";
    assert!(english.contains(caption), "{english}");
}

#[test]
fn the_words_of_a_text_come_before_those_beside_the_file() {
    let (page, _) = post("", "![La rade](../../images/port.jpg \"L'arrivée\")");
    assert!(
        page.contains("alt=\"La rade\">\n<figcaption>L’arrivée <small>Crédit\u{A0}: Camille Durand"),
        "{page}"
    );
}

#[test]
fn the_words_beside_a_file_serve_keys_too() {
    let (page, _) = post("image: {file: ../../images/port.jpg}\n", "Un texte.");
    assert!(
        page.contains("alt=\"Le port\">\n<figcaption>Vue du quai <small>Crédit\u{A0}: Camille Durand"),
        "{page}"
    );
}

#[test]
fn a_picture_within_a_sentence_stays_there_with_its_author() {
    let (page, _) = post("", "Voici ![](../../images/port.jpg), au matin.");
    let image = "<p>Voici <img src=\"/medias/images/port.jpg\" width=\"1600\" height=\"900\" alt=\"Le port\"> \
                 <small>(Crédit\u{A0}: Camille Durand)</small>, au matin.</p>";
    assert!(page.contains(image) && !page.contains("<figure>"), "{page}");
}

#[test]
fn only_the_first_picture_of_a_page_is_got_at_once() {
    let (page, _) =
        post("image: {file: ../../images/quai.jpg, alt: Un quai}\n", "![](../../images/port.jpg)");
    assert!(page.contains("width=\"900\" height=\"1600\" alt=\"Un quai\">"), "{page}");
    assert!(page.contains("alt=\"Le port\" loading=\"lazy\" decoding=\"async\">"), "{page}");
}

#[test]
fn a_link_to_a_page_shows_its_picture_elsewhere() {
    let (page, _) = post("", "![](../../images/port.jpg)");
    let address = page.split("property=\"og:image\" content=\"").nth(1).expect("a picture");
    assert!(address.starts_with("https://") && address.contains("/medias/images/port.jpg\""), "{address}");
    assert!(page.contains("<meta property=\"og:image:alt\" content=\"Le port\">"), "{page}");
    assert!(!post("", "Un texte.").0.contains("og:image"));
}

const VIDEO: &str = "videos:\n  - title: La rencontre\n    url: https://www.dailymotion.com/video/x8\n    \
                     still: ../../images/film.png\n    weight: 1,2 Go\n    duration: 2 min 30 s\n    credit: TES\n    \
                     transcript: https://exemple.fr/dit\n";

#[test]
fn a_video_is_a_still_with_a_link_that_says_where_it_leads() {
    let (page, english) = post(VIDEO, "Un texte.");
    let link = "<figure>\n<a href=\"https://www.dailymotion.com/video/x8\" rel=\"noopener noreferrer\">\
                <img src=\"/medias/images/film.png\" width=\"640\" height=\"360\" alt=\"\"> La rencontre \
                (vidéo sur dailymotion.com, 2\u{A0}min\u{A0}30\u{A0}s, 1,2\u{202F}Go)</a>";
    assert!(page.contains(link), "{page}");
    assert!(
        page.contains("<a href=\"https://exemple.fr/dit\">Transcription</a> <small>Crédit\u{A0}: TES"),
        "{page}"
    );
    assert!(!page.contains("<iframe") && !page.contains("src=\"https"), "nothing is got from the host");
    assert!(english.contains("<span lang=\"fr\">La rencontre</span> (video on dailymotion.com, 2\u{A0}min\u{A0}30\u{A0}s, 1.2 GB)"), "{english}");
}

#[test]
fn a_host_and_a_transcript_are_said_as_the_writer_says_them() {
    let named = VIDEO.replace("    credit: TES\n", "    host: La chaîne des pôles\n");
    let named = named.replace("https://exemple.fr/dit", "mentions-legales");
    let (page, _) = post(&named, "Un texte.");
    assert!(page.contains("(vidéo sur La chaîne des pôles, "), "{page}");
    assert!(page.contains("<a href=\"/mentions-legales/\">Transcription</a>"), "{page}");
}
