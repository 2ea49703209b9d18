# Stands for a solver: reads beam.inp and writes beam.dat in the folder of a design.
awk '
    $1 == "thickness" { for (i = 1; i <= 3; i++) t[i] = $(i + 1) }
    $1 == "material" { e = $2; rho = $3 }
    END {
        for (i = 1; i <= 3; i++) {
            far = 300 - 100 * i; near = far + 100
            sag += 12 * 50 * (near ^ 3 - far ^ 3) / (3 * e * 20 * t[i] ^ 3)
            mass += rho * 100 * 20 * t[i]
        }
        print "cantilever of three steps"
        print "total mass (g):", mass
        print "deflection of the tip (mm)"
        print ""
        print "   " sag
    }' beam.inp > beam.dat
