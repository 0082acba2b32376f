//! Signatures by day as a drawing: a hollow bar for what was received, filled as far as was confirmed.
//! It needs no script and no color to be read, and never stands without the table behind it.

use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::dates;
use crate::words::Words;

/// More bars than this are too thin for a telephone; then a bar is a week.
const MOST_BARS: usize = 62;
/// Where the bars begin and end, in pixels from the top of the drawing.
const TOP: f64 = 14.0;
const FLOOR: f64 = 190.0;
const HEIGHT: u32 = 216;

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bar {
    first: Date,
    received: u64,
    confirmed: u64,
}

/// The chart of `by_day`: every day from the first to the last, with received and confirmed.
pub fn chart(words: Words, by_day: &[(Date, u64, u64)]) -> impl IntoView + use<> {
    let (Some(first), Some(last)) = (by_day.first(), by_day.last()) else {
        return view! { <p class="quiet">{words.say("dashboard-chart-empty")}</p> }.into_any();
    };
    let (first, last) = (first.0, last.0);
    let by_week = by_day.len() > MOST_BARS;
    let bars = bars(by_day);
    let peak = bars.iter().map(|bar| bar.received.max(bar.confirmed)).max().unwrap_or(0);
    let scale = Scale::over(peak);
    let label = words.say_with(
        if by_week { "dashboard-chart-weeks" } else { "dashboard-chart-days" },
        &[
            ("first", dates::day(words, first, last).into()),
            ("last", dates::full_day(words, last).into()),
            ("peak", peak.into()),
        ],
    );
    view! {
        <figure class="by-day">
            <figcaption class="key">
                <span>
                    <svg width="12" height="12" aria-hidden="true">
                        <rect class="received" x="0.75" y="0.75" width="10.5" height="10.5"></rect>
                    </svg>
                    {words.say("dashboard-series-received")}
                </span>
                <span>
                    <svg width="12" height="12" aria-hidden="true">
                        <rect class="confirmed" width="12" height="12"></rect>
                    </svg>
                    {words.say("dashboard-series-confirmed")}
                </span>
                {by_week.then(|| view! { <span>{words.say("dashboard-chart-weeks-note")}</span> })}
            </figcaption>
            <div class="chart" role="img" aria-label=label>
                {axis(words, &scale)}
                // Across in percent, down in pixels: the drawing takes any width, and its letters stay as large.
                <svg class="plot" width="100%" height=HEIGHT>
                    {grid(&scale)}
                    {drawn(words, &bars, &scale, last)}
                    <line class="floor" x1="0" x2="100%" y1=FLOOR y2=FLOOR></line>
                    {days(words, &bars, last)}
                </svg>
            </div>
        </figure>
    }
    .into_any()
}

fn bars(by_day: &[(Date, u64, u64)]) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (day, received, confirmed) in by_day.iter().copied() {
        let bar = Bar { first: day, received, confirmed };
        match bars.last_mut() {
            Some(week) if by_day.len() > MOST_BARS && same_week(week.first, day) => {
                week.received += received;
                week.confirmed += confirmed;
            }
            _ => bars.push(bar),
        }
    }
    bars
}

/// Weeks are counted from the first day shown, so that the first bar is as whole as the others.
fn same_week(first: Date, day: Date) -> bool {
    first.checked_add(7.days()).is_ok_and(|next| day < next)
}

/// Round numbers up the side: nought, and at most four steps.
#[derive(Debug, PartialEq, Eq)]
struct Scale {
    step: u64,
    steps: u64,
}

impl Scale {
    fn over(peak: u64) -> Self {
        let peak = peak.max(1);
        let mut unit = 1_u64;
        loop {
            for factor in [1, 2, 5] {
                let step = factor * unit;
                if step.saturating_mul(4) >= peak {
                    return Self { step, steps: peak.div_ceil(step) };
                }
            }
            unit = unit.saturating_mul(10);
        }
    }

    fn top(&self) -> u64 {
        self.step * self.steps
    }

    fn y(&self, count: u64) -> f64 {
        FLOOR - (FLOOR - TOP) * count as f64 / self.top() as f64
    }

    fn marks(&self) -> impl Iterator<Item = u64> {
        (0..=self.steps).map(|n| n * self.step)
    }
}

fn axis(words: Words, scale: &Scale) -> AnyView {
    let numbers: Vec<_> = scale
        .marks()
        .map(|mark| {
            let y = px(scale.y(mark) + 4.0);
            view! { <text x="100%" dx="-8" y=y text-anchor="end">{words.number(mark)}</text> }
        })
        .collect();
    view! { <svg class="axis" width="100%" height=HEIGHT>{numbers}</svg> }.into_any()
}

fn grid(scale: &Scale) -> impl IntoView + use<> {
    scale
        .marks()
        .skip(1)
        .map(|mark| {
            let y = px(scale.y(mark));
            view! { <line class="grid" x1="0" x2="100%" y1=y.clone() y2=y></line> }
        })
        .collect::<Vec<_>>()
}

fn drawn(words: Words, bars: &[Bar], scale: &Scale, last: Date) -> impl IntoView + use<> {
    let slot = 100.0 / bars.len() as f64;
    // A campaign's first days are few: a bar does not grow to a wall.
    let wide = (slot * 0.74).min(8.0);
    bars.iter()
        .enumerate()
        .filter(|(_, bar)| bar.received > 0 || bar.confirmed > 0)
        .map(|(place, bar)| {
            let x = percent(place as f64 * slot + (slot - wide) / 2.0);
            let wide = percent(wide);
            let (high, done) = (scale.y(bar.received), scale.y(bar.confirmed));
            let title = words.say_with(
                "dashboard-chart-bar",
                &[
                    ("day", dates::day(words, bar.first, last).into()),
                    ("received", bar.received.into()),
                    ("confirmed", bar.confirmed.into()),
                ],
            );
            view! {
                <g>
                    <title>{title}</title>
                    <rect class="received" x=x.clone() width=wide.clone() y=px(high) height=px(FLOOR - high)></rect>
                    <rect class="confirmed" x=x width=wide y=px(done) height=px(FLOOR - done)></rect>
                </g>
            }
        })
        .collect::<Vec<_>>()
}

/// The days beneath: the first, the last, and few enough between for a telephone.
fn days(words: Words, bars: &[Bar], last: Date) -> impl IntoView + use<> {
    let slot = 100.0 / bars.len() as f64;
    let between = bars.len().saturating_sub(1);
    let marks = between.min(3);
    let mut places: Vec<usize> =
        (0..=marks).map(|mark| (mark * between).checked_div(marks).unwrap_or(0)).collect();
    places.dedup();
    places
        .into_iter()
        .map(|place| {
            let (x, anchor) = match place {
                _ if bars.len() <= 8 => ((place as f64 + 0.5) * slot, "middle"),
                0 => (0.0, "start"),
                _ if place == between => (100.0, "end"),
                _ => ((place as f64 + 0.5) * slot, "middle"),
            };
            let day = dates::short_day(words, bars[place].first, last);
            view! { <text x=percent(x) y="210" text-anchor=anchor>{day}</text> }
        })
        .collect::<Vec<_>>()
}

fn percent(value: f64) -> String {
    format!("{value:.2}%")
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(count: usize) -> Vec<(Date, u64, u64)> {
        date(2017, 10, 28).series(1.day()).take(count).map(|day| (day, 3, 2)).collect()
    }

    #[test]
    fn the_scale_ends_at_or_just_above_the_peak() {
        for peak in [0, 1, 3, 4, 5, 9, 10, 41, 99, 100, 101, 617, 12_345, 1_000_000] {
            let scale = Scale::over(peak);
            assert!(scale.top() >= peak && scale.top() < peak.max(1) + scale.step, "{peak}: {scale:?}");
            assert!((1..=4).contains(&scale.steps), "{peak}: {scale:?}");
        }
    }

    #[test]
    fn no_signature_is_lost_when_days_become_weeks() {
        for count in [1, 7, 62, 63, 70, 365] {
            let bars = bars(&days(count));
            assert!(bars.len() <= MOST_BARS, "{count}");
            assert_eq!(bars.iter().map(|bar| bar.received).sum::<u64>(), 3 * count as u64);
            assert_eq!(bars.iter().map(|bar| bar.confirmed).sum::<u64>(), 2 * count as u64);
        }
    }
}
