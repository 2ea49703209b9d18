// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

/**
 * How the inputs of a relaxed design make the elements' material. Stiffness D and failure form F are given by their
 * {@link org.gidn.core.material.Material#ENTRIES entries}. Not thread-safe.
 */
interface Mixture {
    /** Inputs of a variable. */
    int inputs();

    /** Turns a design into the sources of a {@link BatchPlan}, in lane 0. */
    void load(double[] design, double[][] sources);

    /** D of a variable's elements, differentiated by one of its inputs. */
    void stiffnessDerivative(double[] design, int variable, int input, double[] entries);

    /** F of a variable's elements. */
    void failure(double[] design, int variable, double[] entries);

    /** F of a variable's elements, differentiated by one of its inputs. */
    void failureDerivative(double[] design, int variable, int input, double[] entries);
}
