//! A small seeded source of draws (SplitMix64; Steele, Lea and Flood 2014).
//! It is unfit for secrets; unlike those of a library's generator, its numbers never change with a release.

/// The state of the draws.
#[derive(Debug, Clone)]
pub(super) struct Draw(u64);

impl Draw {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 to `bound - 1`; 0 for a bound of 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        // The high half of the product: even enough for a few thousand people, without division.
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// True in `of_100` cases of a hundred.
    pub(super) fn percent(&mut self, of_100: usize) -> bool {
        self.below(100) < of_100
    }

    /// One of several, each as likely. The word lists are never empty; a test holds that.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, from: &'a [impl AsRef<T>]) -> &'a T {
        from[self.below(from.len())].as_ref()
    }

    /// An index, as likely as its weight says.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = usize> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        for (index, weight) in weights.enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// The same items in another order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_reference() {
        // First outputs for seed 1234567, from the authors' C code.
        let mut draw = Draw::new(1_234_567);
        assert_eq!([draw.next(), draw.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn draws_stay_in_their_bounds() {
        let mut draw = Draw::new(7);
        assert!((0..1000).all(|_| draw.below(3) < 3));
        assert!((0..1000).all(|_| draw.weighted([0, 5, 0, 1].into_iter()) % 2 == 1));
        let mut items = [1, 2, 3, 4, 5];
        draw.shuffle(&mut items);
        items.sort_unstable();
        assert_eq!(items, [1, 2, 3, 4, 5]);
    }
}
