//! Who serves the site, and how: what the files of the hosting kit and the figures follow.

use serde::Deserialize;
use toml::{Spanned, Value};

use super::fault::{ConfigFault, ConfigFaultKind};
use super::span;
use crate::compression::Encoding;
use crate::footprint::{Conditions, WORLD_GRID};

/// Who serves the site, and how.
#[derive(Clone, Debug, Default)]
pub struct Host {
    /// What serves it; nothing where nobody said, and files are made for all.
    pub server: Option<Server>,
    /// How it sends text.
    pub encoding: Encoding,
    /// The electricity that it runs on.
    pub grid: Grid,
    /// Whether that electricity is bought as renewable.
    pub is_green: bool,
}

impl Host {
    /// Where and how its bytes are served and read.
    #[must_use]
    pub const fn conditions(&self) -> Conditions {
        Conditions { grid: self.grid.grams, is_green: self.is_green }
    }
}

/// What reads the files of the hosting kit.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Server {
    /// Apache's httpd, or one that reads `.htaccess` as it does.
    Apache,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// A host that reads `_headers` and `_redirects`.
    Headers,
}

/// What the electricity of a country emits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The country, by ISO 3166-1 alpha-3, or [`WORLD`]; nothing for a figure of the site's own.
    pub code: Option<&'static str>,
    /// Grams of CO₂ equivalent a kilowatt-hour.
    pub grams: f64,
}

/// The name of the world's mean among the countries.
pub const WORLD: &str = "WORLD";

/// Grams a kilowatt-hour as `@tgwf/co2` 0.19 gives them: the world's as the model fixes it, France's of 2024.
const GRIDS: [(&str, f64); 2] = [("FRA", 44.18), (WORLD, WORLD_GRID)];

/// More than any country emits: a figure in another unit, most likely.
const MOST_GRAMS: f64 = 2000.0;

impl Default for Grid {
    fn default() -> Self {
        Self { code: Some(WORLD), grams: WORLD_GRID }
    }
}

/// The countries that `grid` may name.
pub fn grid_codes() -> impl Iterator<Item = &'static str> + Clone {
    GRIDS.iter().map(|(code, _)| *code)
}

/// `[host]` as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    server: Option<Server>,
    #[serde(default)]
    encoding: Encoding,
    grid: Option<Spanned<Value>>,
    #[serde(default)]
    green: bool,
}

impl Written {
    /// A grid that is neither a country known nor grams is told.
    pub(super) fn check(&self, faults: &mut Vec<ConfigFault>) {
        let Some(written) = self.grid.as_ref().filter(|grid| read_grid(grid.get_ref()).is_none()) else {
            return;
        };
        let text = match written.get_ref() {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        faults.push(ConfigFault { span: span(written), kind: ConfigFaultKind::Grid(text) });
    }

    pub(super) fn host(&self) -> Host {
        let grid = self.grid.as_ref().and_then(|grid| read_grid(grid.get_ref()));
        Host {
            server: self.server,
            encoding: self.encoding,
            grid: grid.unwrap_or_default(),
            is_green: self.green,
        }
    }
}

fn read_grid(value: &Value) -> Option<Grid> {
    let grams = match value {
        Value::String(text) => {
            let known = GRIDS.iter().find(|(code, _)| *code == text);
            return known.map(|(code, grams)| Grid { code: Some(*code), grams: *grams });
        }
        Value::Float(grams) => *grams,
        Value::Integer(grams) => f64::from(i32::try_from(*grams).ok()?),
        _ => return None,
    };
    (0.0..=MOST_GRAMS).contains(&grams).then_some(Grid { code: None, grams })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_a_country_or_grams() {
        let read = |text: &str| read_grid(&Value::try_from(text).expect("a text"));
        assert_eq!(read("FRA").map(|grid| grid.grams), Some(44.18));
        assert_eq!(read(WORLD), Some(Grid::default()));
        assert_eq!(read("France"), None);
        assert_eq!(read_grid(&Value::Integer(56)), Some(Grid { code: None, grams: 56.0 }));
        for refused in
            [Value::Float(-1.0), Value::Float(f64::NAN), Value::Integer(44_180), Value::Boolean(true)]
        {
            assert_eq!(read_grid(&refused), None);
        }
    }
}
