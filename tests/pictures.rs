//! What is said beside a picture: shown wherever the picture is, and never published itself.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

#[test]
fn words_beside_a_picture_stand_in_for_it() {
    let mut world = support::real_site();
    world.insert("content/images/port.png", "une image");
    world.insert("content/images/port.png.yaml", "alt: Le port de Lannion\ncredit: TES\n");
    world.insert("content/images/port.png.en.yaml", "alt: The harbour of Lannion\n");
    world.insert("content/images/trait.png", "une image");
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
    world.insert("content/images/réseau.png", "une image");
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
