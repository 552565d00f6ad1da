//! What a script may do, by the names in it: what it does not name it cannot ask a browser for.
//!
//! A name in a comment or text counts too, and so does one of the script's own: a script is said to do too much
//! rather than too little. A name put together while it runs is not seen.

use std::collections::{BTreeMap, BTreeSet};

/// What a script may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ability {
    /// Keep something in the browser, or report something.
    Storing,
    /// Ask a server for something.
    Asking,
    /// Show more while one scrolls.
    EndlessScroll,
    /// Notify.
    Notifying,
    /// Install something that outlives the page.
    Installing,
    /// Drive a device.
    Devices,
    /// Read a sensor.
    Sensors,
    /// Move or play something.
    Moving,
    /// Work in the background.
    Background,
    /// Run or train a model.
    Models,
    /// Take part in a ledger.
    Ledgers,
    /// Do anything, by a library of others.
    Library,
}

/// The names by which scripts ask for each.
const NAMES: [(Ability, &[&str]); 12] = [
    (
        Ability::Storing,
        &["cookie", "cookieStore", "localStorage", "sessionStorage", "indexedDB", "caches", "sendBeacon"],
    ),
    (
        Ability::Asking,
        &[
            "fetch",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
            "WebTransport",
            "RTCPeerConnection",
            "import",
        ],
    ),
    (
        Ability::EndlessScroll,
        &["IntersectionObserver", "onscroll", "scroll", "scrollend", "onwheel", "wheel"],
    ),
    (Ability::Notifying, &["Notification", "PushManager", "pushManager", "showNotification"]),
    (Ability::Installing, &["serviceWorker", "beforeinstallprompt"]),
    (Ability::Devices, &["bluetooth", "usb", "serial", "hid", "requestMIDIAccess", "NDEFReader"]),
    (
        Ability::Sensors,
        &[
            "geolocation",
            "getUserMedia",
            "mediaDevices",
            "DeviceMotionEvent",
            "DeviceOrientationEvent",
            "devicemotion",
            "deviceorientation",
            "Accelerometer",
            "Gyroscope",
            "Magnetometer",
            "AmbientLightSensor",
            "getBattery",
        ],
    ),
    (
        Ability::Moving,
        &["setInterval", "requestAnimationFrame", "animate", "startViewTransition", "play", "Audio"],
    ),
    (Ability::Background, &["Worker", "SharedWorker", "serviceWorker", "SyncManager", "requestIdleCallback"]),
    (Ability::Models, &["WebAssembly", "gpu", "ml", "tensorflow", "onnx", "LanguageModel"]),
    (Ability::Ledgers, &["ethereum", "web3", "blockchain", "solana"]),
    (
        Ability::Library,
        &[
            "jQuery",
            "React",
            "ReactDOM",
            "Vue",
            "angular",
            "bootstrap",
            "Alpine",
            "htmx",
            "svelte",
            "tailwind",
        ],
    ),
];

/// What a script may do, and the names by which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScriptScan {
    /// What it may do.
    pub abilities: BTreeMap<Ability, BTreeSet<&'static str>>,
    /// Whether it begins with the licence of someone else's work.
    pub bears_a_licence: bool,
}

impl ScriptScan {
    /// Looks through a script.
    #[must_use]
    pub fn read(script: &str) -> Self {
        let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
        let words: BTreeSet<&str> = script.split(|letter| !is_of_name(letter)).collect();
        let mut abilities = BTreeMap::new();
        for (ability, names) in NAMES {
            let found: BTreeSet<&str> = names.iter().copied().filter(|name| words.contains(name)).collect();
            if !found.is_empty() {
                abilities.insert(ability, found);
            }
        }
        Self { abilities, bears_a_licence: bears_a_licence(script) }
    }
}

/// Whether a script or style sheet bears the mark by which tools keep the licences of others.
pub(super) fn bears_a_licence(text: &str) -> bool {
    ["/*!", "@license", "@preserve"].iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_known_by_the_names_in_it() {
        let scan =
            ScriptScan::read("addEventListener('scroll', () => fetch(`a/${it}`)); link.scrollIntoView()");
        let found: Vec<Ability> = scan.abilities.keys().copied().collect();
        assert_eq!(found, [Ability::Asking, Ability::EndlessScroll]);
        assert!(ScriptScan::read("/*! of others */ $.prefetch").bears_a_licence);
        assert_eq!(ScriptScan::read("const prefetch = 1;"), ScriptScan::default());
    }
}
