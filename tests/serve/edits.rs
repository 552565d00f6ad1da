//! Whatever happens to the files, the preview shows them as they are.

use std::fs;

use crate::site::{PAGE, POST, Site, post, question};

#[test]
fn a_save_is_served() {
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until(PAGE, |page| page.contains("<h1>ENTER, un pôle de plus</h1>"));
    site.write(POST, &post("Tout autre chose"));
    preview.until(PAGE, |page| page.contains("<h1>Tout autre chose</h1>"));
}

#[test]
fn the_terminal_names_the_file_that_was_saved() {
    let site = Site::new();
    let preview = site.serve(&[]);
    // What is saved while the preview begins is found by looking at everything.
    let is_named = (0..20).any(|number| {
        let title = format!("<h1>Passe {number}</h1>");
        site.write(POST, &post(&format!("Passe {number}")));
        preview.until(PAGE, |page| page.contains(&title));
        preview.told().contains(POST)
    });
    assert!(is_named, "{}", preview.told());
}

#[test]
fn editors_save_by_putting_a_new_file_in_the_place_of_the_old() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for round in 0..5 {
        site.write("content/news/2023/.2023-03-30-enter.md.swp", &post(&format!("Passe {round}")));
        site.rename("content/news/2023/.2023-03-30-enter.md.swp", POST);
        preview.until(PAGE, |page| page.contains(&format!("<h1>Passe {round}</h1>")));
    }
}

#[test]
fn a_page_is_at_its_new_address_when_its_file_has_another_name() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let before = preview.get(PAGE).text();
    site.rename(POST, "content/news/2023/2023-03-30-caen.md");
    preview.until_status("/actualites/2023/caen/", 200);
    assert_eq!(preview.get(PAGE).status, 404);
    let news = preview.get(&question(&before)).text();
    assert!(news.contains("\"moved\":\"/actualites/2023/caen/\""), "{news}");
}

#[test]
fn a_folder_moves_with_all_in_it_and_is_followed() {
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until_status("/contact/", 200);
    site.rename("content/pages", "ailleurs");
    preview.until_status("/contact/", 404);
    site.rename("ailleurs", "content/pages");
    preview.until_status("/contact/", 200);
    site.rename("content/news/2023", "content/news/ancien");
    preview.until_told(|told| told.matches("relu").count() >= 3);
    site.write("content/news/ancien/2023-03-30-enter.md", &post("Déplacé"));
    preview.until(PAGE, |page| page.contains("<h1>Déplacé</h1>"));
}

#[test]
fn what_is_deleted_is_gone() {
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until_status(PAGE, 200);
    fs::remove_file(site.path(POST)).expect("removed");
    preview.until_status(PAGE, 404);
    site.write(POST, &post("De retour"));
    preview.until(PAGE, |page| page.contains("<h1>De retour</h1>"));
}

#[test]
fn five_hundred_files_come_and_go_at_once() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let name =
        |number: usize| format!("content/news/{}/lot/2023-03-30-numero-{number}.md", 1990 + number % 30);
    for number in 0..500 {
        site.write(&name(number), &post(&format!("Numéro {number}")));
    }
    for number in 0..500 {
        let title = format!("<h1>Numéro {number}</h1>");
        preview.until(&format!("/actualites/2023/numero-{number}/"), |page| page.contains(&title));
    }
    for number in 0..500 {
        fs::remove_file(site.path(&name(number))).expect("removed");
    }
    for number in 0..500 {
        preview.until_status(&format!("/actualites/2023/numero-{number}/"), 404);
    }
}

#[test]
fn what_is_edited_in_a_new_folder_of_a_new_folder_is_seen() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let (file, address) = ("content/news/a/b/c/2023-04-01-neuf.md", "/actualites/2023/neuf/");
    for title in ["Premier", "Deuxième", "Troisième"] {
        site.write(file, &post(title).replace("03-30", "04-01"));
        preview.until(address, |page| page.contains(&format!("<h1>{title}</h1>")));
    }
}

#[test]
fn the_theme_is_edited_too() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let before = preview.get(PAGE).text();
    site.write("themes/nu/assets/css/site.css", "h1 { color: crimson }\n");
    let after = preview.until(PAGE, |page| style_sheet(page) != style_sheet(&before));
    let sheet = preview.get(style_sheet(&after));
    assert_eq!((sheet.status, sheet.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert!(sheet.text().contains("crimson"));
    let page = "<!DOCTYPE html><html lang=\"fr\"><body><h2>{{ post.title.text }}</h2></body></html>";
    site.write("themes/nu/templates/post.html", page);
    preview.until(PAGE, |page| page.contains("<h2>ENTER, un pôle de plus</h2>"));
    site.write("themes/nu/templates/post.html", "{% if %}");
    let broken = preview.until(PAGE, |page| page.contains("themes/nu/templates/post.html:1:"));
    assert!(broken.contains("<h2>ENTER, un pôle de plus</h2>"), "{broken}");
}

fn style_sheet(page: &str) -> &str {
    let rest = page.split("rel=\"stylesheet\" href=\"").nth(1).expect("a style sheet");
    rest.split('"').next().unwrap_or_default()
}

#[test]
fn the_content_may_go_and_come_back() {
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until_status(PAGE, 200);
    site.rename("content", "mis-de-cote");
    let page = preview.until(PAGE, |page| page.contains("remettez son dossier à sa place"));
    assert!(page.contains("<h1>ENTER, un pôle de plus</h1>"), "{page}");
    site.write("mis-de-cote/news/2023/2023-03-30-enter.md", &post("Revenu"));
    site.rename("mis-de-cote", "content");
    let page = preview.until(PAGE, |page| page.contains("<h1>Revenu</h1>"));
    assert!(!page.contains("remettez son dossier"), "{page}");
    site.write(POST, &post("Et suivi"));
    preview.until(PAGE, |page| page.contains("<h1>Et suivi</h1>"));
}

#[test]
fn the_configuration_is_edited_and_mended() {
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until_status(PAGE, 200);
    let config = fs::read_to_string(site.path("site-config.toml")).expect("read");
    site.write("site-config.toml", &config.replace("https://petite.example", "petite.example"));
    let page = preview.until(PAGE, |page| page.contains("site-config.toml:3:"));
    assert!(page.contains("<h1>ENTER, un pôle de plus</h1>"), "{page}");
    site.write("site-config.toml", &config);
    preview.until(PAGE, |page| !page.contains("site-config.toml:3:"));
}

#[test]
fn edits_during_one_another_end_as_the_files_do() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let name = |number: usize| format!("content/news/2023/2023-03-30-ensemble-{number}.md");
    std::thread::scope(|scope| {
        for number in 0..4 {
            let (site, name) = (&site, &name);
            scope.spawn(move || {
                for round in 0..50 {
                    site.write(&name(number), &post(&format!("Passe {round}")));
                }
                site.write(&name(number), &post("Fin"));
            });
        }
        for _ in 0..50 {
            assert_eq!(preview.get(PAGE).status, 200);
        }
    });
    for number in 0..4 {
        preview.until(&format!("/actualites/2023/ensemble-{number}/"), |page| page.contains("<h1>Fin</h1>"));
    }
}

#[test]
fn what_is_wrong_from_the_start_is_told_from_the_start() {
    let site = Site::new();
    site.write("content/poles/faux.yaml", "name: [");
    let preview = site.serve(&[]);
    preview.until_told(|told| told.contains("content/poles/faux.yaml:1:") && told.contains("1 erreur"));
    preview.until("/_grappe/", |list| list.contains("content/poles/faux.yaml:1:"));
}

#[test]
fn a_site_that_cannot_be_shown_from_the_start_is_shown_once_it_can() {
    for broken in ["site-config.toml", "themes/nu/templates/post.html"] {
        let site = Site::new();
        let sound = fs::read_to_string(site.path(broken)).expect("read");
        site.write(broken, "{% ?");
        let preview = site.serve(&[]);
        let place = format!("{broken}:1:");
        preview.until_told(|told| told.contains(&place));
        preview.until(PAGE, |page| page.contains(&place));
        site.write(broken, &sound);
        preview.until(PAGE, |page| page.contains("<h1>ENTER, un pôle de plus</h1>"));
    }
}

#[test]
fn a_preview_writes_nothing() {
    let site = Site::new();
    let before = site.files();
    let preview = site.serve(&[]);
    for address in ["/", PAGE, "/_grappe/", "/_grappe/impact", "/_grappe/320?page=/", "/absente/"] {
        preview.get(address);
    }
    preview.until("/_grappe/", |list| list.contains("<li class=\"fine\">0"));
    drop(preview);
    assert!(site.files() == before);
}
