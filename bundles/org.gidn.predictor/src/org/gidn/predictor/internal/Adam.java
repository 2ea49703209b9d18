package org.gidn.predictor.internal;

/**
 * Adam (Kingma and Ba 2015, in the form at the end of their section 2, as DL4J has it) with decoupled weight decay, for the
 * parameters of one network.
 */
final class Adam {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] parameters;
    private final float[] first;
    private final float[] second;
    /** 1 for weights, 0 for biases, which do not decay; null without decay. */
    private final float[] decays;

    Adam(Architecture architecture, float[] parameters, boolean decay) {
        this.parameters = parameters;
        first = new float[parameters.length];
        second = new float[parameters.length];
        decays = decay ? decays(architecture) : null;
    }

    private static float[] decays(Architecture architecture) {
        float[] decays = new float[(int) architecture.parameters()];
        for (int layer = 1; layer <= architecture.layers(); layer++) {
            int row = architecture.size(layer - 1) + 1;
            for (int i = 0; i < architecture.size(layer) * row; i++) {
                decays[architecture.offset(layer) + i] = i % row == row - 1 ? 0 : 1;
            }
        }
        return decays;
    }

    /** The step size of step {@code t}, 1 for the first, corrected for the moments' start at 0. */
    static float stepSize(double learningRate, long t) {
        return (float) (learningRate * Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t)));
    }

    /**
     * Changes {@code count} parameters from {@code from} on.
     *
     * @param gradient their gradient, from 0 on
     * @param stepSize of {@link #stepSize}
     * @param decay learning rate times weight decay
     */
    void step(int from, int count, float[] gradient, float stepSize, float decay) {
        if (decays != null) {
            for (int i = 0; i < count; i++) {
                parameters[from + i] -= decay * decays[from + i] * parameters[from + i];
            }
        }
        for (int i = 0; i < count; i++) {
            float g = gradient[i];
            float m = BETA1 * first[from + i] + (1 - BETA1) * g;
            float v = BETA2 * second[from + i] + (1 - BETA2) * g * g;
            first[from + i] = m;
            second[from + i] = v;
            parameters[from + i] -= stepSize * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }
}
