//! Where the time of a build went, told once it is done.

use std::time::Duration;

use rayon::prelude::*;

use crate::host::{Changes, Laps, Stopwatch, Target};
use crate::locale::Locale;
use crate::output::Site;
use crate::plan::Address;
use crate::timings::{RouteTime, Timings};

pub(super) fn tell(watch: &Stopwatch, site: &Site, changes: &Changes, target: &Target, locale: Locale) {
    let Laps { steps, routes } = watch.read();
    // Templates are looked up now, so that looking is in no time that is told.
    let routes = routes.into_par_iter().map(|(address, time)| route_time(site, &address, time)).collect();
    let written = written(changes, target);
    let bytes = written.iter().map(|file| length(target, file)).sum();
    let timings = Timings { steps, routes, written: written.len(), bytes, unchanged: changes.unchanged };
    anstream::print!("{}", timings.text(locale));
}

fn written<'a>(changes: &'a Changes, target: &Target) -> Vec<&'a String> {
    let files = changes.created.iter().chain(&changes.changed);
    files.filter(|_| !target.is_dry).collect()
}

fn length(target: &Target, file: &str) -> u64 {
    std::fs::metadata(target.folder.join(file)).map_or(0, |metadata| metadata.len())
}

fn route_time(site: &Site, address: &Address, time: Duration) -> RouteTime {
    let template = site.plan.route(address).and_then(|route| site.template(route));
    RouteTime { address: address.as_str().to_owned(), template, time }
}
