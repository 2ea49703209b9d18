// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.Mesh;

/**
 * A composite as CalculiX solves it. CalculiX's own four-node element integrates selectively, so the bilinear element is
 * made of its eight-node one, whose midside nodes are tied to the middle of their edges; and plane stress of plane strain
 * with an orthotropic law that has the plane-stress stiffness in the plane and no coupling to the third direction.
 */
final class CalculixDeck {
    private final Mesh mesh;
    /** Number of the midside node of each edge, by the lesser and the greater node. */
    private final Map<List<Integer>, Integer> midsides = new LinkedHashMap<>();

    private final StringBuilder text = new StringBuilder();

    CalculixDeck(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * What CalculiX found.
     *
     * @param energy the strain energy; at a unit displacement of the edge twice it is the reaction force
     */
    record Result(double[] displacements, double energy) {}

    /** Runs CalculiX in a folder. */
    Result solve(double[] design, TwoPhaseMaterial material, Path folder) throws IOException, InterruptedException {
        write(design, material);
        Files.writeString(folder.resolve("plate.inp"), text);
        Process process = new ProcessBuilder("ccx", "plate")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ccx.log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("CalculiX failed: " + Files.readString(folder.resolve("ccx.log")));
        }
        return read(Files.readAllLines(folder.resolve("plate.dat")));
    }

    private void write(double[] design, TwoPhaseMaterial material) {
        midsides.clear();
        text.setLength(0);
        line("*NODE,NSET=ALL");
        for (int node = 0; node < mesh.nodes().length; node++) {
            line(node + 1 + "," + mesh.nodes()[node][0] + "," + mesh.nodes()[node][1] + ",0");
        }
        List<String> elements = new ArrayList<>();
        for (int quad = 0; quad < mesh.quads().length; quad++) {
            elements.add(element(quad));
        }
        line("*NODE");
        midsides.forEach((ends, number) -> {
            double[] a = mesh.nodes()[ends.get(0)];
            double[] b = mesh.nodes()[ends.get(1)];
            line(number + "," + (a[0] + b[0]) / 2 + "," + (a[1] + b[1]) / 2 + ",0");
        });
        for (int phase = 0; phase < 2; phase++) {
            line("*ELEMENT,TYPE=CPE8,ELSET=PHASE" + phase);
            for (int quad = 0; quad < mesh.quads().length; quad++) {
                if (design[mesh.variables()[quad]] == phase) {
                    line(elements.get(quad));
                }
            }
            material(phase, material);
        }
        midsides.forEach((ends, number) -> {
            for (int k = 1; k <= 2; k++) {
                line("*EQUATION\n3\n" + number + "," + k + ",-2.," + (ends.get(0) + 1) + "," + k + ",1.,"
                        + (ends.get(1) + 1) + "," + k + ",1.");
            }
        });
        line("*STEP\n*STATIC\n*BOUNDARY");
        for (int dof = 0; dof < mesh.dofs(); dof++) {
            if (!Double.isNaN(mesh.prescribed()[dof])) {
                int direction = dof % 2 + 1;
                line(dof / 2 + 1 + "," + direction + "," + direction + "," + mesh.prescribed()[dof]);
            }
        }
        line("*NODE PRINT,NSET=ALL\n"
                + "U\n"
                + "*EL PRINT,ELSET=PHASE0,TOTALS=ONLY\n"
                + "ELSE\n"
                + "*EL PRINT,ELSET=PHASE1,TOTALS=ONLY\n"
                + "ELSE\n"
                + "*END STEP");
    }

    private String element(int quad) {
        int[] nodes = mesh.quads()[quad];
        StringBuilder line = new StringBuilder().append(quad + 1);
        for (int node : nodes) {
            line.append(',').append(node + 1);
        }
        for (int side = 0; side < 4; side++) {
            int a = nodes[side];
            int b = nodes[(side + 1) % 4];
            int next = mesh.nodes().length + midsides.size() + 1;
            line.append(',').append(midsides.computeIfAbsent(List.of(Math.min(a, b), Math.max(a, b)), ends -> next));
        }
        return line.toString();
    }

    private void material(int phase, TwoPhaseMaterial material) {
        double nu = material.poissonRatio();
        double modulus = material.modulus(phase);
        double d = modulus / (1 - nu * nu);
        double g = modulus / (2 * (1 + nu));
        line("*MATERIAL,NAME=M" + phase + "\n*ELASTIC,TYPE=ORTHO");
        line(d + "," + nu * d + "," + d + ",0.,0.," + modulus + "," + g + "," + g + ",");
        line(g + "\n*SOLID SECTION,ELSET=PHASE" + phase + ",MATERIAL=M" + phase + "\n"
                + mesh.element().thickness());
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    private Result read(List<String> lines) {
        double[] displacements = new double[mesh.dofs()];
        double energy = 0;
        boolean energyFollows = false;
        for (String content : lines) {
            String[] parts = content.strip().split("\\s+");
            if (content.contains("total internal energy")) {
                energyFollows = true;
            } else if (parts.length == 4 && parts[0].matches("\\d+")) {
                int node = Integer.parseInt(parts[0]) - 1;
                displacements[2 * node] = Double.parseDouble(parts[1]);
                displacements[2 * node + 1] = Double.parseDouble(parts[2]);
            } else if (energyFollows && !content.isBlank()) {
                energy += Double.parseDouble(parts[0]);
                energyFollows = false;
            }
        }
        return new Result(displacements, energy);
    }
}
