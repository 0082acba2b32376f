//! Sets of records that are one signer: what auto pairs connect, directly or through each other.
//! It refuses to look at review pairs: nothing that waits for a person unites anybody.

/// Records of one signer, as indexes into the records given. No record is in two clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The record that stays: the earliest.
    pub survivor: usize,
    /// Every record of the set, earliest first; two or more, the survivor among them.
    pub members: Vec<usize>,
}

/// Union-find in which the root of a set is always its earliest member.
pub(crate) struct Sets(Vec<usize>);

impl Sets {
    pub(crate) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The earliest member of the set. Each look halves the way to it for the next one.
    pub(crate) fn root(&mut self, mut member: usize) -> usize {
        while self.0[member] != member {
            self.0[member] = self.0[self.0[member]];
            member = self.0[member];
        }
        member
    }

    pub(crate) fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The sets of two or more, ordered by their earliest member; members in order.
    pub(crate) fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut members: Vec<(usize, usize)> = (0..self.0.len()).map(|m| (self.root(m), m)).collect();
        members.sort_unstable();
        members
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|set| set.len() > 1)
            .map(|set| set.iter().map(|(_, member)| *member).collect())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_is_the_root_in_whatever_order_pairs_come() {
        for pairs in [[(4, 2), (2, 1), (5, 4)], [(5, 4), (4, 2), (1, 2)]] {
            let mut sets = Sets::new(6);
            for (a, b) in pairs {
                sets.unite(a, b);
            }
            assert_eq!(sets.groups(), [[1, 2, 4, 5]]);
            assert_eq!(sets.root(5), 1);
            assert_ne!(sets.root(0), sets.root(3));
        }
    }
}
