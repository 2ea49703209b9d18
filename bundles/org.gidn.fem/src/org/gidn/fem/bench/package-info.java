/** How fast the finite elements are on this machine, beside named baselines. */
package org.gidn.fem.bench;
