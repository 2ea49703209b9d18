// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster;

import java.nio.file.Path;

/**
 * How work goes to a cluster, whatever its scheduler.
 *
 * @param shared a folder that this machine and all workers see under the same name
 * @param workers how many workers there are to be
 * @param cores how many cores a worker has
 * @param memory memory of a worker in MB; 0 if it is not limited
 * @param lease seconds that workers wait for a driver, such as a run that is resumed
 * @param patience seconds that a worker may take for one design on a core before it counts as hanging, and is ended; 0 for ten times what
 *     was learned, and ten minutes at least
 * @param java the program {@code java} on the workers' machines; empty for this process's own or the one on the path there
 * @since 1.0
 */
public record ClusterSettings(Path shared, int workers, int cores, int memory, int lease, int patience, String java) {}
