//! Which addresses and tags play a video.

use super::link::{Destination, destination};

/// Sites whose pages are videos.
const HOSTS: [&str; 7] = [
    "dai.ly",
    "dailymotion.com",
    "player.vimeo.com",
    "vimeo.com",
    "youtu.be",
    "youtube-nocookie.com",
    "youtube.com",
];

/// Where sites of PeerTube have their videos, whatever their name.
const PATHS: [&str; 3] = ["/videos/watch/", "/videos/embed/", "/w/"];

/// Endings of films.
const ENDINGS: [&str; 8] = ["avi", "m4v", "mkv", "mov", "mp4", "mpeg", "ogv", "webm"];

/// Tags that bring a player, or the page of another site, into a text.
const TAGS: [&str; 5] = ["<iframe", "<video", "<embed", "<object", "<audio"];

/// Whether an address or the path of a file leads to a video.
#[must_use]
pub fn is_video(written: &str) -> bool {
    let path = written.split(['?', '#']).next().unwrap_or(written);
    let is_film = path
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)));
    let Destination::Web { url, host } = destination(written) else { return is_film };
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);
    is_film || HOSTS.contains(&host) || PATHS.iter().any(|path| is_page_of(url, path))
}

/// Whether an address is that of a page below a path: an id, which is long.
fn is_page_of(url: &str, path: &str) -> bool {
    let after = url.split_once(path).map_or("", |(_, after)| after);
    let id = after.split(['?', '#', '/']).next().unwrap_or("");
    id.len() >= 20 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether HTML holds a player.
pub(super) fn plays(html: &str) -> bool {
    let html = html.to_ascii_lowercase();
    TAGS.iter().any(|tag| html.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::is_video;

    #[test]
    fn videos_are_told_by_their_address() {
        for address in [
            "film.MP4",
            "https://exemple.fr/film.webm?x=1",
            "https://www.youtube.com/watch?v=abc",
            "https://youtu.be/abc",
            "https://www.dailymotion.com/video/x8",
            "https://vimeo.com/1",
            "https://tube.exemple.fr/w/4PqXnZ8sQ2mJtKb7VYdLwR",
            "https://tube.exemple.fr/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        ] {
            assert!(is_video(address), "{address}");
        }
        for address in
            ["photo.jpg", "https://exemple.fr/w/image.png", "https://exemple.fr/youtube.com.png", "mp4", ""]
        {
            assert!(!is_video(address), "{address}");
        }
    }
}
