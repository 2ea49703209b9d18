// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.predictor.internal.TargetScaling;

/**
 * How a Gaussian process learns.
 *
 * @param each whether every input has a length of its own
 * @param added whether numbers and levels are added
 * @param given deviation, lengths of numbers and of levels, and noise with which the search begins, or which stay if there is none
 * @param climbs how often the likelihood is climbed
 * @param evaluations how often each climb may ask for it
 * @param searchDesigns by so many examples it is measured
 * @param mostDesigns more examples are refused
 * @param targetScaling {@code standard}, {@code squareRoot} or {@code log}
 */
public record ProcessTraining(
        boolean each,
        boolean added,
        double[] given,
        int climbs,
        int evaluations,
        int searchDesigns,
        int mostDesigns,
        String targetScaling) {
    /**
     * Learns.
     *
     * @param before what was learned before, where the search begins if it is of the same kind; or null
     * @throws InvalidInputException if the examples are too many or all alike
     */
    public TrainedProcess train(TrainingData data, Training training, TrainedProcess before) {
        check(data);
        KernelShape shape = new KernelShape(InputKinds.of(data.designs()), each, added);
        Examples examples = Examples.of(shape.kinds(), data.designs());
        Fitting.Search search = new Fitting.Search(climbs, evaluations, searchDesigns);
        int epochs = data.outputs() * climbs * evaluations + 1;
        List<TargetScaling> scalings = new ArrayList<>();
        List<double[]> parameters = new ArrayList<>();
        for (int o = 0; o < data.outputs(); o++) {
            TargetScaling scaling = TargetScaling.of(targetScaling, data.values(o));
            scalings.add(scaling);
            double[] start = continues(before, shape, data.outputs())
                    ? before.parameters(o)
                    : shape.parameters(given[0], given[1], given[2], given[3]);
            parameters.add(new Fitting(search, training, o, epochs)
                    .search(shape, start, examples, TrainedProcess.learned(scaling, data.values(o))));
        }
        TrainedProcess trained = TrainedProcess.of(data, scalings, shape, parameters, training.workers());
        tell(trained, training, epochs);
        return trained;
    }

    private static boolean continues(TrainedProcess before, KernelShape shape, int outputs) {
        return before != null
                && before.data().outputs() == outputs
                && Arrays.equals(before.shape().kinds().level(), shape.kinds().level())
                && before.shape().parameters() == shape.parameters();
    }

    private static void tell(TrainedProcess trained, Training training, int epochs) {
        TrainingData data = trained.data();
        TrainedProcess.Fitted fitted = trained.fitted(training.workers());
        training.listener().epoch(epochs, epochs, fitted.loss(), fitted.leftOutLoss());
        training.listener().fitted("training", fitted.known(), data);
        training.listener().fitted("test", fitted.leftOut(), data);
    }

    private void check(TrainingData data) {
        if (data.size() > mostDesigns) {
            throw new InvalidInputException("There are " + data.size()
                    + " designs to learn from, but a Gaussian process"
                    + " takes " + mostDesigns + " at most, since its time grows with the cube of their number and its"
                    + " memory with the square; learn from fewer designs, use a network (org.gidn.predictor.mlp), or"
                    + " set 'mostDesigns' to a larger number.");
        }
        TrainedProcess.checkMemory(data);
        data.checkVaried();
    }
}
