package dev.rollcall.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void quantiles_are_those_of_the_tables() {
        assertThat(StudentT.quantile(0.995, 1)).isCloseTo(63.657, within(0.001));
        assertThat(StudentT.quantile(0.995, 4)).isCloseTo(4.6041, within(0.0001));
        assertThat(StudentT.quantile(0.995, 29)).isCloseTo(2.7564, within(0.0001));
        assertThat(StudentT.quantile(0.975, 1000)).isCloseTo(1.9623, within(0.0001));
    }

    @Test
    void pairs_give_the_interval_of_the_mean_of_logarithms() {
        // Logarithms to base 2 are 0, 1, 2: mean 1, deviation 1, error 1/√3, and t is 9.9248 with two degrees.
        Ratio ratio = Ratio.ofPairs(new double[] {10, 40, 12}, new double[] {10, 20, 3});

        double reach = 9.9248 / Math.sqrt(3);
        assertThat(ratio.value()).isCloseTo(2, within(1e-9));
        assertThat(ratio.low()).isCloseTo(Math.pow(2, 1 - reach), within(1e-5));
        assertThat(ratio.high()).isCloseTo(Math.pow(2, 1 + reach), within(0.05));
    }

    @Test
    void what_slows_both_of_a_pair_down_does_not_widen_the_interval() {
        Ratio ratio = Ratio.ofPairs(new double[] {3, 300, 33}, new double[] {2, 200, 22});

        assertThat(ratio.low()).isCloseTo(1.5, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void series_need_not_be_of_one_length() {
        Ratio ratio = Ratio.ofSeries(new double[] {4, 4, 4, 4.4}, new double[] {2, 2.2});

        assertThat(ratio.value()).isCloseTo(4 * Math.pow(1.1, 0.25) / (2 * Math.pow(1.1, 0.5)), within(1e-9));
        assertThat(ratio.low()).isLessThan(ratio.value());
        assertThat(ratio.high()).isGreaterThan(ratio.value());
    }

    @Test
    void the_interval_holds_the_truth_as_often_as_it_says() {
        Random random = new Random(7);
        int held = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            double[] costs = new double[10];
            double[] reference = new double[10];
            for (int i = 0; i < costs.length; i++) {
                double machine = Math.exp(random.nextGaussian());
                costs[i] = 1.5 * machine * Math.exp(0.1 * random.nextGaussian());
                reference[i] = machine * Math.exp(0.1 * random.nextGaussian());
            }
            Ratio ratio = Ratio.ofPairs(costs, reference);
            held += ratio.low() <= 1.5 && 1.5 <= ratio.high() ? 1 : 0;
        }
        assertThat(held / 2_000.0).isBetween(0.98, 0.998);
    }

    @Test
    void the_other_way_around_the_ends_change_places() {
        assertThat(new Ratio(0.1, 0.05, 0.2).inverse()).isEqualTo(new Ratio(10, 5, 20));
    }

    @Test
    void one_pair_has_no_interval() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.ofPairs(new double[] {1}, new double[] {1}));
    }
}
