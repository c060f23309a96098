package org.sekisho.it.bench;

import java.util.List;

/**
 * The line that lies nearest to some points, by least squares.
 *
 * @param start where it is above zero
 * @param determination 1 when all points lie on it, 0 when it says nothing of them
 */
record Line(double slope, double start, double determination) {

    static Line through(List<Double> x, List<Double> y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.size(); i++) {
            double dx = x.get(i) - meanX;
            double dy = y.get(i) - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double slope = xy / xx;
        return new Line(slope, meanY - slope * meanX, xy * xy / (xx * yy));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
