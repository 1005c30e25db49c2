package dev.rollcall.benchmarks.measure;

/** Student's t distribution. */
final class StudentT {
    private static final int STEPS = 200;

    private StudentT() {}

    /**
     * The value that a t-distributed variable stays below with the probability.
     *
     * @param probability between 0.5 and 1, both excluded
     * @param degrees the degrees of freedom, more than 0
     */
    static double quantile(double probability, double degrees) {
        double low = 0;
        double high = 1;
        while (cumulative(high, degrees) < probability) {
            high *= 2;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double cumulative(double t, double degrees) {
        return 1 - incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
    }

    /** The regularized incomplete beta function, by its continued fraction where that converges fast. */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m <= STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            result *= d * c;
        }
        return result;
    }

    private static double notZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    /** Stirling's series, after the argument was shifted to where it is exact to the last digits. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 15) {
            shift += Math.log(z);
            z++;
        }
        double series = 1 / (12 * z) - 1 / (360 * Math.pow(z, 3)) + 1 / (1260 * Math.pow(z, 5));
        return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
    }
}
