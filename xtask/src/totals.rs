//! How many tests passed and failed, summed from the closing lines of the runners. It refuses to count
//! what it only infers: a line it does not know adds nothing.

use std::fmt;
use std::ops::AddAssign;

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Totals {
    /// Reads a line of `cargo test`. It prints one such line for every test binary:
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
    pub fn read_cargo(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result: ") else { return };
        // The verdict ('ok. ', 'FAILED. ') stands before the first number.
        let counts = result.split_once(". ").map_or(result, |(_, counts)| counts);
        for count in counts.split("; ") {
            match number_before(count) {
                Some((passed, "passed")) => self.passed += passed,
                Some((failed, "failed")) => self.failed += failed,
                Some((ignored, "ignored")) => self.skipped += ignored,
                _ => {}
            }
        }
    }

    /// Reads a line of `node --test`, whose reporters end in `ℹ pass 12` (spec) or `# pass 12` (tap).
    pub fn read_node(&mut self, line: &str) {
        // Unindented: a test file that itself prints such a line is shown indented.
        let Some(summary) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else { return };
        let Some((kind, count)) = summary.trim_end().split_once(' ') else { return };
        let Ok(count) = count.parse::<u64>() else { return };
        match kind {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            "skipped" | "todo" => self.skipped += count,
            _ => {}
        }
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(count: &str) -> Option<(u64, &str)> {
    let (number, kind) = count.trim().split_once(' ')?;
    Some((number.parse().ok()?, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(read: fn(&mut Totals, &str), text: &str) -> Totals {
        let mut totals = Totals::default();
        text.lines().for_each(|line| read(&mut totals, line));
        totals
    }

    #[test]
    fn cargo_prints_one_result_for_every_binary_and_they_are_summed() {
        let text = "\
running 2 tests
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.20s
";
        assert_eq!(of(Totals::read_cargo, text), Totals { passed: 15, failed: 2, skipped: 1 });
    }

    #[test]
    fn node_is_read_from_both_of_its_reporters() {
        let spec = "✔ opens (12.3ms)\nℹ tests 5\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 87.1";
        let tap = "TAP version 13\n# tests 5\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0";
        let expected = Totals { passed: 2, failed: 2, skipped: 1 };
        assert_eq!(of(Totals::read_node, spec), expected);
        assert_eq!(of(Totals::read_node, tap), expected);
    }

    #[test]
    fn what_a_test_itself_prints_is_not_counted() {
        assert_eq!(
            of(Totals::read_node, "    ℹ pass 9\n# passed everything 9\nℹ pass nine"),
            Totals::default()
        );
        assert_eq!(of(Totals::read_cargo, "the test result: ok. 9 passed; 0 failed"), Totals::default());
    }

    #[test]
    fn the_total_has_the_plain_form() {
        assert_eq!(Totals { passed: 312, failed: 0, skipped: 4 }.to_string(), "312 passed, 0 failed");
    }
}
