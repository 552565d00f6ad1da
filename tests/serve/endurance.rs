//! A preview that runs all day holds no more than after an hour.

use std::fs;
use std::path::PathBuf;

use crate::site::{PAGE, POST, Preview, Site, post, question};

/// What a process holds.
#[derive(Debug)]
struct Holding {
    kilobytes: usize,
    threads: usize,
    descriptors: usize,
}

impl Holding {
    fn of(preview: &Preview) -> Self {
        let process = PathBuf::from(format!("/proc/{}", preview.process()));
        let status = fs::read_to_string(process.join("status")).expect("a process");
        let value = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a value");
            line.trim().trim_end_matches(" kB").parse().expect("a number")
        };
        let descriptors = fs::read_dir(process.join("fd")).expect("listed").count();
        Self { kilobytes: value("VmRSS:"), threads: value("Threads:"), descriptors }
    }
}

#[test]
#[ignore = "it waits for a minute and a half: tests/run runs it beside the others"]
fn two_thousand_edits_leave_nothing_behind() {
    const TABS: [&str; 4] = ["/", "/actualites/", "/contact/", "/_grappe/"];
    let site = Site::new();
    let preview = site.serve(&[]);
    preview.until("/_grappe/", |list| list.contains("<li class=\"fine\">0"));
    let wait = |address: &str| {
        let target = question(&preview.get(address).text());
        preview.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    };
    let mut tabs = TABS.map(wait);
    let mut early = None;
    for number in 1..=2000 {
        let title = format!("Passe {number}");
        site.write(POST, &post(&title));
        if number % 7 == 0 {
            let other = site.path("content/news/2023/2023-03-30-autre.md");
            if other.exists() {
                fs::remove_file(other).expect("removed");
            } else {
                fs::write(other, post("Autre")).expect("written");
            }
        }
        preview.until(PAGE, |page| page.contains(&format!("<h1>{title}</h1>")));
        // A tab goes away now and then, and another comes.
        if number % 10 == 0 {
            let tab = number / 10 % TABS.len();
            tabs[tab] = wait(TABS[tab]);
        }
        if number == 200 {
            early = Some(Holding::of(&preview));
        }
    }
    let (early, late) = (early.expect("measured"), Holding::of(&preview));
    println!("after 200: {early:?}; after 2000: {late:?}");
    assert!(late.kilobytes <= early.kilobytes + early.kilobytes / 4, "{early:?} {late:?}");
    // What tabs hold at the moment varies by a few; a leak would be by hundreds.
    assert!(late.threads <= early.threads + 16, "{early:?} {late:?}");
    assert!(late.descriptors <= early.descriptors + 16, "{early:?} {late:?}");
}
