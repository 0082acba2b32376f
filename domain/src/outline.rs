//! The outline of a district, made small enough to be drawn on a page.
//! It reads no file format, and is no survey: a point may move by a thousandth of the map.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Rings of longitude and latitude in degrees; a ring within a ring is a hole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outline(pub Vec<Vec<(f64, f64)>>);

/// Outlines drawn together, in a square of whole numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// How wide, at most [`Drawn::SIZE`].
    pub width: i32,
    /// How high, at most [`Drawn::SIZE`].
    pub height: i32,
    /// One for each outline: rings of points from the top left.
    pub rings: Vec<Vec<Vec<(i32, i32)>>>,
    /// One for each outline: a point of its largest ring to write its name at.
    pub middles: Vec<(i32, i32)>,
}

impl Outline {
    /// Whether every point is on the globe, and there is at least one ring of three.
    pub fn is_sound(&self) -> bool {
        let on_globe = |(x, y): &(f64, f64)| (-180.0..=180.0).contains(x) && (-90.0..=90.0).contains(y);
        !self.0.is_empty() && self.0.iter().all(|ring| ring.len() >= 3 && ring.iter().all(on_globe))
    }
}

impl Drawn {
    /// The side of the square.
    pub const SIZE: i32 = 1_000;

    /// Draws outlines to one scale. Points closer to the line than a thousandth of the square are left out.
    pub fn of(outlines: &[&Outline]) -> Self {
        let Some(scale) = Scale::of(outlines) else { return Self::default() };
        let rings: Vec<Vec<Vec<(i32, i32)>>> = outlines
            .iter()
            .map(|outline| {
                let rings = outline.0.iter().map(|ring| {
                    let points = scale.places(ring);
                    simple(&points).into_iter().map(|at| points[at]).collect::<Vec<_>>()
                });
                rings.filter(|ring| ring.len() >= 3).collect()
            })
            .collect();
        Self {
            width: scale.place((scale.east, scale.north)).0.max(1),
            height: scale.place((scale.west, scale.south)).1.max(1),
            middles: rings.iter().map(|rings| middle(rings)).collect(),
            rings,
        }
    }
}

/// Outlines with the points that a map of them all shows, and no others: what is kept of a survey.
pub fn simplified(outlines: &BTreeMap<String, Outline>) -> BTreeMap<String, Outline> {
    let all: Vec<&Outline> = outlines.values().collect();
    let Some(scale) = Scale::of(&all) else { return BTreeMap::new() };
    let thin = |ring: &Vec<(f64, f64)>| {
        let kept = simple(&scale.places(ring));
        kept.into_iter().map(|at| ring[at]).collect::<Vec<_>>()
    };
    let outline = |outline: &Outline| {
        let rings: Vec<_> = outline.0.iter().map(thin).filter(|ring| ring.len() >= 3).collect();
        // A district too small to be seen keeps its corners: it is still one of them.
        if rings.is_empty() { outline.clone() } else { Outline(rings) }
    };
    outlines.iter().map(|(name, found)| (name.clone(), outline(found))).collect()
}

/// How degrees become places of the square.
struct Scale {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
    /// Places in a degree of longitude, and of latitude.
    across: f64,
    down: f64,
}

impl Scale {
    /// The scale at which outlines together fill the square; none where there is no point.
    fn of(outlines: &[&Outline]) -> Option<Self> {
        let points = || outlines.iter().flat_map(|outline| outline.0.iter().flatten().copied());
        let fold = |pick: fn((f64, f64)) -> f64, least: fn(f64, f64) -> f64, from: f64| {
            points().map(pick).fold(from, least)
        };
        let (west, east) = (fold(|p| p.0, f64::min, f64::MAX), fold(|p| p.0, f64::max, f64::MIN));
        let (south, north) = (fold(|p| p.1, f64::min, f64::MAX), fold(|p| p.1, f64::max, f64::MIN));
        if west > east {
            return None;
        }
        // A degree of longitude is shorter than one of latitude by the cosine of where it is.
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.01);
        let extent = ((east - west) * squeeze).max(north - south).max(f64::EPSILON);
        let down = f64::from(Drawn::SIZE) / extent;
        Some(Self { west, east, south, north, across: squeeze * down, down })
    }

    fn place(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (((x - self.west) * self.across).round() as i32, ((self.north - y) * self.down).round() as i32)
    }

    fn places(&self, ring: &[(f64, f64)]) -> Vec<(i32, i32)> {
        ring.iter().map(|point| self.place(*point)).collect()
    }
}

/// Which points of a ring stay: none repeated and without those that lie on a straight line, as far as an eye can tell
/// (Douglas and Peucker 1973, with a tolerance of one).
fn simple(ring: &[(i32, i32)]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..ring.len()).collect();
    places.dedup_by_key(|at| ring[*at]);
    if places.len() > 1 && ring.first() == places.last().map(|at| &ring[*at]) {
        places.pop();
    }
    if places.len() < 4 {
        return places;
    }
    let mut points: Vec<(i32, i32)> = places.iter().map(|at| ring[*at]).collect();
    // Cut where it is widest, so that the two halves have ends that stay.
    let far = (1..points.len()).max_by_key(|at| distance(points[0], points[*at])).unwrap_or(1);
    let mut kept = vec![false; points.len() + 1];
    points.push(points[0]);
    (kept[0], kept[far]) = (true, true);
    let mut open = vec![(0, far), (far, points.len() - 1)];
    while let Some((from, to)) = open.pop() {
        let widest = (from + 1..to)
            .map(|at| (aside(points[from], points[to], points[at]), at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((aside, at)) = widest
            && aside > 1.0
        {
            kept[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    places.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(at, _)| at).collect()
}

fn distance(a: (i32, i32), b: (i32, i32)) -> i64 {
    let (x, y) = (i64::from(a.0 - b.0), i64::from(a.1 - b.1));
    x * x + y * y
}

/// How far a point is from the line between two others.
fn aside(from: (i32, i32), to: (i32, i32), point: (i32, i32)) -> f64 {
    let length = distance(from, to);
    if length == 0 {
        return (distance(from, point) as f64).sqrt();
    }
    let (x, y) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let cross = x * i64::from(point.1 - from.1) - y * i64::from(point.0 - from.0);
    (cross.abs() as f64) / (length as f64).sqrt()
}

/// The center of gravity of the largest ring.
fn middle(rings: &[Vec<(i32, i32)>]) -> (i32, i32) {
    let area = |ring: &Vec<(i32, i32)>| {
        let next = ring.iter().cycle().skip(1);
        ring.iter()
            .zip(next)
            .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
            .sum::<i64>()
    };
    let Some(ring) = rings.iter().max_by_key(|ring| area(ring).abs()) else { return (0, 0) };
    let twice = area(ring);
    if twice == 0 {
        return ring.first().copied().unwrap_or_default();
    }
    let (mut x, mut y) = (0, 0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1);
        x += i64::from(a.0 + b.0) * cross;
        y += i64::from(a.1 + b.1) * cross;
    }
    ((x / (3 * twice)) as i32, (y / (3 * twice)) as i32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn square(west: f64, south: f64, side: f64) -> Outline {
        let (east, north) = (west + side, south + side);
        Outline(vec![vec![(west, south), (east, south), (east, north), (west, north), (west, south)]])
    }

    #[test]
    fn neighbors_are_drawn_beside_each_other_and_to_scale() {
        let (left, right) = (square(-1.0, -0.5, 1.0), square(0.0, -0.5, 1.0));
        let drawn = Drawn::of(&[&left, &right]);
        assert_eq!((drawn.width, drawn.height), (1_000, 500));
        assert_eq!(drawn.rings[0], [[(0, 500), (500, 500), (500, 0), (0, 0)]]);
        assert_eq!(drawn.middles, [(250, 250), (750, 250)]);
        assert_eq!(Drawn::of(&[]), Drawn::default());
    }

    #[test]
    fn what_is_not_on_the_globe_is_no_outline() {
        assert!(square(-71.2, 42.2, 0.2).is_sound());
        assert!(!square(230_000.0, 890_000.0, 100.0).is_sound(), "meters of a state's own grid");
        assert!(!Outline::default().is_sound());
        assert!(!Outline(vec![vec![(0.0, 0.0), (1.0, f64::NAN), (1.0, 1.0)]]).is_sound());
    }

    proptest! {
        #[test]
        fn a_drawing_stays_within_its_square(
            points in proptest::collection::vec((-180.0_f64..180.0, -90.0_f64..90.0), 3..200),
        ) {
            let outline = Outline(vec![points]);
            let drawn = Drawn::of(&[&outline]);
            prop_assert!(drawn.width <= Drawn::SIZE && drawn.height <= Drawn::SIZE);
            for (x, y) in drawn.rings.iter().flatten().flatten() {
                prop_assert!((0..=drawn.width).contains(x) && (0..=drawn.height).contains(y));
            }
        }
    }
}
